//! The fonts of the machine: those that a theme names, and those for scripts that the built-in ones lack.

use crate::article::Language;
use fontdb::{Database, FaceInfo, Source, Stretch, Style};
use rayon::prelude::*;
use skrifa::FontRef;
use skrifa::charmap::Charmap;
use skrifa::raw::TableProvider;
use std::path::Path;
use std::sync::OnceLock;

/// The fonts that a person keeps in a folder, and those of the system.
pub(crate) struct Installed {
    folder: Database,
    system: Database,
    /// Read only when a character is asked for.
    candidates: OnceLock<Vec<Candidate>>,
}

struct Candidate {
    info: FaceInfo,
    is_bold: bool,
    /// Whether it is in the folder that a person named.
    is_in_folder: bool,
    coverage: Vec<(u32, u32)>,
}

/// Families that are taken first, the best first: drawn for reading and at home on many systems.
/// What is not named comes after them by name.
const PREFERRED: [&str; 9] = [
    // Google's Noto covers nearly every script; its serif goes best with the body.
    "NotoSerif",
    "NotoNaskh",
    "NotoSansCJK",
    "NotoSans",
    "NotoEmoji",
    // The faces of Windows and macOS for the scripts most met.
    "SegoeUI",
    "Arial",
    // DejaVu has symbols that few others have.
    "DejaVuSans",
    "DejaVuSerif",
];

impl Installed {
    /// Looks through `folder` and the system's own folders.
    pub(crate) fn find(folder: Option<&Path>) -> Self {
        let mut installed = Self { folder: Database::new(), system: Database::new(), candidates: OnceLock::new() };
        if let Some(folder) = folder {
            installed.folder.load_fonts_dir(folder);
        }
        installed.system.load_system_fonts();
        installed
    }

    /// The fonts of the family called `name`, of normal width, that have outlines; those in the folder, if it is there.
    pub(crate) fn family(&self, name: &str) -> Vec<FaceInfo> {
        let [own, system] = [&self.folder, &self.system].map(|database| family(database, name));
        if own.is_empty() { system } else { own }
    }

    /// The places of the fonts that have `character`, the best for a text in `language` first: of the best family the
    /// bold font or the regular one, as is asked for.
    pub(crate) fn covering(&self, character: char, is_bold: bool, language: &Language) -> Vec<usize> {
        let candidates = self.candidates();
        let order = |candidate: &Candidate| {
            let name = candidate.name();
            let family = candidate.info.families.first().map(|(family, _)| family.clone());
            let is_other = candidate.is_bold != is_bold;
            (foreignness(name, language), !candidate.is_in_folder, rank(name), family, is_other)
        };
        let mut covering: Vec<usize> =
            (0..candidates.len()).filter(|place| candidates[*place].covers(character)).collect();
        covering.sort_by_cached_key(|place| order(&candidates[*place]));
        covering
    }

    /// The font at a place that [`Installed::covering`] gave.
    pub(crate) fn font(&self, place: usize) -> Option<&FaceInfo> {
        self.candidates().get(place).map(|candidate| &candidate.info)
    }

    /// How many fonts a character is looked for in.
    pub(crate) fn count(&self) -> usize {
        self.candidates().len()
    }

    /// Which characters each font has; those in the folder come first, in a fixed order.
    fn candidates(&self) -> &[Candidate] {
        self.candidates.get_or_init(|| {
            let mut candidates = candidates(&self.folder, true);
            let mut others = self::candidates(&self.system, false);
            others.retain(|other| candidates.iter().all(|own| own.name() != other.name()));
            candidates.extend(others);
            candidates
        })
    }
}

/// The bytes of a font's file; `None` if it can no longer be read.
pub(crate) fn read(font: &FaceInfo) -> Option<Vec<u8>> {
    match &font.source {
        Source::File(path) | Source::SharedFile(path, _) => std::fs::read(path).ok(),
        Source::Binary(bytes) => Some((**bytes).as_ref().to_vec()),
    }
}

fn family(database: &Database, name: &str) -> Vec<FaceInfo> {
    let is_called = |info: &&FaceInfo| info.families.iter().any(|(family, _)| family.eq_ignore_ascii_case(name));
    let has_outlines = |info: &&FaceInfo| database.with_face_data(info.id, coverage).flatten().is_some();
    let faces = database.faces().filter(is_called).filter(|info| info.stretch == Stretch::Normal);
    let mut fonts: Vec<FaceInfo> = faces.filter(has_outlines).cloned().collect();
    fonts.sort_by(|one, other| one.post_script_name.cmp(&other.post_script_name));
    fonts
}

/// The upright regular and bold faces of a database with outlines, by their names.
fn candidates(database: &Database, is_in_folder: bool) -> Vec<Candidate> {
    let is_wanted = |info: &&FaceInfo| {
        info.style == Style::Normal && matches!(info.weight.0, 350..=450 | 650..=750) && info.stretch == Stretch::Normal
    };
    let wanted: Vec<&FaceInfo> = database.faces().filter(is_wanted).collect();
    let found = wanted.into_par_iter().filter_map(|info| {
        Some(Candidate {
            info: info.clone(),
            is_bold: info.weight.0 > 450,
            is_in_folder,
            coverage: database.with_face_data(info.id, coverage).flatten()?,
        })
    });
    let mut candidates: Vec<Candidate> = found.collect();
    candidates.sort_by(|a, b| a.name().cmp(b.name()));
    candidates.dedup_by(|a, b| a.name() == b.name());
    candidates
}

impl Candidate {
    /// The PostScript name, which orders those that are as good as one another.
    fn name(&self) -> &str {
        &self.info.post_script_name
    }

    fn covers(&self, character: char) -> bool {
        let code = u32::from(character);
        let after = self.coverage.partition_point(|(first, _)| *first <= code);
        after > 0 && code <= self.coverage[after - 1].1
    }
}

/// The characters of a face with outlines, as ranges in order.
fn coverage(bytes: &[u8], index: u32) -> Option<Vec<(u32, u32)>> {
    let font = FontRef::from_index(bytes, index).ok()?;
    // Faces of coloured pictures have no outlines that print; variable CFF2 cannot be subset.
    if font.glyf().is_err() && font.cff().is_err() {
        return None;
    }
    let mut codes: Vec<u32> = Charmap::new(&font).mappings().map(|(code, _)| code).collect();
    codes.sort_unstable();
    let mut ranges: Vec<(u32, u32)> = Vec::new();
    for code in codes {
        match ranges.last_mut() {
            Some((_, last)) if code <= *last + 1 => *last = code,
            _ => ranges.push((code, code)),
        }
    }
    Some(ranges)
}

fn rank(name: &str) -> usize {
    PREFERRED.iter().position(|family| name.starts_with(family)).unwrap_or(PREFERRED.len())
}

/// 1 for a face of Chinese characters as another country draws them, else 0.
fn foreignness(name: &str, language: &Language) -> u8 {
    const COUNTRIES: [&str; 5] = ["JP", "KR", "SC", "TC", "HK"];
    let script = language.identifier().script.map(|script| script.to_string());
    let region = language.identifier().region.map(|region| region.to_string());
    let home = match (language.primary(), script.as_deref(), region.as_deref()) {
        ("ja", ..) => "JP",
        ("ko", ..) => "KR",
        ("zh" | "yue", _, Some("HK")) => "HK",
        ("zh", Some("Hant"), _) | ("zh", None, Some("TW")) => "TC",
        _ => "SC",
    };
    let drawn_for = COUNTRIES.iter().find(|country| {
        name.contains(&format!("CJK{}", country.to_ascii_lowercase()))
            || name.contains(&format!("CJK{country}"))
            || name.ends_with(**country)
    });
    u8::from(drawn_for.is_some_and(|country| *country != home))
}
