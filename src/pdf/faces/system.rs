//! The faces that are installed: those that a theme names, and those for scripts that the built-in faces lack.

use super::Face;
use crate::article::Language;
use crate::pdf::layout::style::Weight;
use fontdb::{Database, FaceInfo, Source, Stretch, Style};
use harfrust::FontRef;
use rayon::prelude::*;
use skrifa::charmap::Charmap;
use skrifa::raw::TableProvider;
use std::borrow::Cow;
use std::path::Path;
use std::sync::OnceLock;

/// The faces that were found, in a fixed order.
pub(in crate::pdf) struct SystemFaces {
    candidates: Vec<Candidate>,
}

struct Candidate {
    /// The PostScript name, which orders those that are as good as one another.
    name: String,
    family: String,
    is_bold: bool,
    /// Whether it is in the folder that a person named.
    is_in_folder: bool,
    source: Source,
    index: u32,
    coverage: Vec<(u32, u32)>,
    face: OnceLock<Option<Face>>,
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

/// What fonts are there to be had: those in a folder that a person names, and the system's.
pub(in crate::pdf) struct Installed {
    folder: Database,
    system: Database,
}

impl Installed {
    /// Looks through `folder` and the system's own folders.
    pub fn find(folder: Option<&Path>) -> Self {
        let mut installed = Self { folder: Database::new(), system: Database::new() };
        if let Some(folder) = folder {
            installed.folder.load_fonts_dir(folder);
        }
        installed.system.load_system_fonts();
        installed
    }

    /// The faces of the family called `name`, one for each weight and slope that it has; those in the folder, if it is
    /// there.
    pub fn family(&self, name: &str) -> Vec<(Weight, bool, Face)> {
        let [own, system] = [&self.folder, &self.system].map(|database| family(database, name));
        if own.is_empty() { system } else { own }
    }
}

fn family(database: &Database, name: &str) -> Vec<(Weight, bool, Face)> {
    let is_called = |info: &&FaceInfo| info.families.iter().any(|(family, _)| family.eq_ignore_ascii_case(name));
    let mut found: Vec<(Weight, bool, u16, &FaceInfo)> = (database.faces())
        .filter(is_called)
        .filter(|info| info.stretch == Stretch::Normal)
        .map(|info| {
            let (weight, usual) = match info.weight.0 {
                ..500 => (Weight::Regular, 400),
                500..=650 => (Weight::Semibold, 600),
                _ => (Weight::Bold, 700),
            };
            (weight, info.style != Style::Normal, info.weight.0.abs_diff(usual), info)
        })
        .collect();
    found.sort_by_key(|(weight, italic, off, info)| (*weight, *italic, *off, info.post_script_name.clone()));
    let with_face = |(weight, italic, _, info): (Weight, bool, u16, &FaceInfo)| {
        database.with_face_data(info.id, coverage).flatten()?;
        Some((weight, italic, read(&info.source, info.index)?))
    };
    let mut faces: Vec<(Weight, bool, Face)> = found.into_iter().filter_map(with_face).collect();
    faces.dedup_by_key(|(weight, italic, _)| (*weight, *italic));
    faces
}

fn read(source: &Source, index: u32) -> Option<Face> {
    let bytes = match source {
        Source::File(path) | Source::SharedFile(path, _) => std::fs::read(path).ok()?,
        Source::Binary(bytes) => (**bytes).as_ref().to_vec(),
    };
    Face::new(Cow::Owned(bytes), index)
}

impl SystemFaces {
    /// Notes which characters each face has. Those in the folder come first.
    pub fn of(installed: &Installed) -> Self {
        let mut candidates = candidates(&installed.folder, true);
        let among_own = |candidate: &Candidate| candidates.iter().any(|known| known.name == candidate.name);
        let others = self::candidates(&installed.system, false).into_iter().filter(|one| !among_own(one));
        let others: Vec<Candidate> = others.collect();
        candidates.extend(others);
        Self { candidates }
    }

    /// The place of the face that sets `character` in a text in `language`: of the best family that has it the bold face
    /// or the regular one, as is asked for.
    pub fn covering(&self, character: char, is_bold: bool, language: &Language) -> Option<u16> {
        let order = |candidate: &Candidate| {
            let foreignness = foreignness(&candidate.name, language);
            let rank = rank(&candidate.name);
            (foreignness, !candidate.is_in_folder, rank, candidate.family.clone(), candidate.is_bold != is_bold)
        };
        let mut covering: Vec<usize> =
            (0..self.candidates.len()).filter(|place| self.candidates[*place].covers(character)).collect();
        covering.sort_by_cached_key(|place| order(&self.candidates[*place]));
        covering.into_iter().find(|place| self.face(*place).is_some()).and_then(|place| u16::try_from(place).ok())
    }

    /// The face at `place`, read when it is first asked for.
    pub fn face(&self, place: usize) -> Option<&Face> {
        let candidate = self.candidates.get(place)?;
        candidate.face.get_or_init(|| read(&candidate.source, candidate.index)).as_ref()
    }
}

/// The upright regular and bold faces of a database with outlines, by their names.
fn candidates(database: &Database, is_in_folder: bool) -> Vec<Candidate> {
    let is_wanted = |info: &&FaceInfo| {
        info.style == Style::Normal && matches!(info.weight.0, 350..=450 | 650..=750) && info.stretch == Stretch::Normal
    };
    let wanted: Vec<&FaceInfo> = database.faces().filter(is_wanted).collect();
    let found = wanted.into_par_iter().filter_map(|info| {
        Some(Candidate {
            name: info.post_script_name.clone(),
            family: info.families.first().map(|(family, _)| family.clone()).unwrap_or_default(),
            is_bold: info.weight.0 > 450,
            is_in_folder,
            source: info.source.clone(),
            index: info.index,
            coverage: database.with_face_data(info.id, coverage).flatten()?,
            face: OnceLock::new(),
        })
    });
    let mut candidates: Vec<Candidate> = found.collect();
    candidates.sort_by(|a, b| a.name.cmp(&b.name));
    candidates.dedup_by(|a, b| a.name == b.name);
    candidates
}

impl Candidate {
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
