//! The files of `src/` are in an order: none imports another that imports it again, straight or through others.
//!
//! What a file takes from the `mod.rs` of a folder that it stands in is left out: there a room's own words are defined. What a
//! module only hands on is counted to the file that defines it.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use syn::visit::Visit;

/// A module by its path: `["pdf", "faces"]`; the crate itself is empty.
type Module = Vec<String>;

/// The files of the library with what they import.
#[derive(Default)]
struct Sources {
    files: BTreeMap<Module, PathBuf>,
    /// The paths that a module names, resolved as far as `crate::`.
    named: BTreeMap<Module, BTreeSet<Module>>,
    /// What a name that a module imports stands for.
    imported: BTreeMap<Module, BTreeMap<String, Module>>,
}

#[test]
fn no_files_import_each_other_in_a_circle() {
    let sources = Sources::read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"));
    assert!(sources.files.len() > 200, "the files of the library were not found");
    let circles = circles(&sources.arrows());
    assert!(circles.is_empty(), "these files import each other:\n{}", circles.join("\n"));
}

#[test]
fn the_rooms_of_the_cleaning_are_in_an_order() {
    let sources = Sources::read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"));
    let arrows = rooms(&sources.arrows(), "clean/");
    assert!(arrows.len() > 8, "the rooms were not found: {arrows:?}");
    let circles = circles(&arrows);
    assert!(circles.is_empty(), "these rooms import each other:\n{}", circles.join("\n"));
}

#[test]
fn the_rooms_that_find_take_nothing_of_each_other_but_what_was_found() {
    const ROOMS: [&str; 5] = ["body", "extent", "figures", "kind", "metadata"];
    let sources = Sources::read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"));
    let arrows = sources.arrows();
    let room = |file: &str| {
        let room = file.strip_prefix("clean/")?.split('/').next()?;
        ROOMS.into_iter().find(|known| *known == room)
    };
    let between = arrows.iter().flat_map(|(from, imported)| imported.iter().map(move |to| (from, to)));
    let between = between.filter(|(from, to)| room(to).is_some_and(|other| room(from).is_some_and(|own| own != other)));
    // What a room has found is defined at its front door.
    let beyond: Vec<_> = between.filter(|(_, to)| !to.ends_with("/mod.rs")).collect();
    assert!(beyond.is_empty(), "these take of the workings of another room: {beyond:?}");
}

#[test]
fn a_circle_is_found_also_through_a_name_that_is_handed_on() {
    let folder = tempfile::tempdir().unwrap();
    let put = |file: &str, text: &str| {
        let path = folder.path().join(file);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    };
    put("lib.rs", "mod a; mod b; pub use a::one::One;");
    put("a/mod.rs", "mod one; pub use one::One; pub const SHARED: u8 = 1;");
    put("a/one.rs", "use super::SHARED; use crate::b; pub struct One; fn f() { b::two() }");
    put("b.rs", "pub fn two() {} #[cfg(test)] mod tests { use crate::a::One; }");
    assert_eq!(circles(&Sources::read(folder.path()).arrows()), [""; 0]);
    put("b.rs", "use crate::One; pub fn two() -> One { One }");
    assert_eq!(circles(&Sources::read(folder.path()).arrows()), ["a/one.rs, b.rs"]);
}

impl Sources {
    fn read(folder: &Path) -> Self {
        let mut sources = Self::default();
        sources.collect(folder, &Module::new());
        for (module, file) in sources.files.clone() {
            let text = fs::read_to_string(&file).unwrap();
            let mut reader = Reader { module: &module, sources: &mut sources };
            reader.visit_file(&syn::parse_file(&text).unwrap_or_else(|error| panic!("{}: {error}", file.display())));
        }
        sources
    }

    fn collect(&mut self, folder: &Path, module: &Module) {
        for entry in fs::read_dir(folder).unwrap().flatten() {
            let path = entry.path();
            let stem = path.file_stem().unwrap().to_str().unwrap().to_owned();
            let below = [module.as_slice(), std::slice::from_ref(&stem)].concat();
            match stem.as_str() {
                _ if path.is_dir() => self.collect(&path, &below),
                "main" => {}
                "mod" | "lib" => drop(self.files.insert(module.clone(), path)),
                _ if path.extension().is_some_and(|ending| ending == "rs") => drop(self.files.insert(below, path)),
                _ => {}
            }
        }
    }

    /// Notes that `module` names a path; `crate`, `self` and `super` are taken as Rust takes them, and so are the names of
    /// its children and of what it imports. Whatever else a path begins with is another crate.
    fn note(&mut self, module: &Module, path: &[String], alias: Option<&str>) {
        let Some(target) = self.absolute(module, path) else { return };
        if let Some(alias) = alias {
            self.imported.entry(module.clone()).or_default().insert(alias.to_owned(), target.clone());
        }
        self.named.entry(module.clone()).or_default().insert(target);
    }

    fn absolute(&self, module: &Module, path: &[String]) -> Option<Module> {
        let (first, rest) = path.split_first()?;
        let mut base = match first.as_str() {
            "crate" => Module::new(),
            "self" => module.clone(),
            "super" => module[..module.len().checked_sub(1)?].to_vec(),
            name => {
                let child = [module.as_slice(), &[name.to_owned()]].concat();
                self.files.contains_key(&child).then_some(child)?
            }
        };
        for name in rest {
            if name == "super" { drop(base.pop()) } else { base.push(name.clone()) }
        }
        Some(base)
    }

    /// The file in which what a path names is defined.
    fn home(&self, path: &Module, depth: usize) -> Option<Module> {
        let split = (0..=path.len()).rev().find(|end| self.files.contains_key(&path[..*end]))?;
        let (module, rest) = path.split_at(split);
        let handed_on = rest.first().and_then(|name| self.imported.get(module)?.get(name));
        match handed_on {
            Some(target) if depth < 16 => self.home(&[target.as_slice(), &rest[1..]].concat(), depth + 1),
            _ => Some(module.to_vec()),
        }
    }

    /// Who imports whom, by the paths of the files below the folder.
    fn arrows(&self) -> BTreeMap<String, BTreeSet<String>> {
        let name = |module: &Module| {
            let path = module.join("/");
            let file = self.files[module].file_name().unwrap().to_str().unwrap();
            if file == "mod.rs" || file == "lib.rs" { [path.as_str(), file].join("/") } else { path + ".rs" }
        };
        let mut arrows: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        for (module, named) in &self.named {
            for home in named.iter().filter_map(|path| self.home(path, 0)) {
                if !module.starts_with(&home) {
                    arrows.entry(name(module)).or_default().insert(name(&home));
                }
            }
        }
        arrows
    }
}

/// Reads the paths that a module names, but for those in its tests.
struct Reader<'a> {
    module: &'a Module,
    sources: &'a mut Sources,
}

impl Reader<'_> {
    fn read_tree(&mut self, before: &[String], tree: &syn::UseTree) {
        match tree {
            syn::UseTree::Path(path) => self.read_tree(&[before, &[path.ident.to_string()]].concat(), &path.tree),
            syn::UseTree::Name(name) if name.ident == "self" => {
                self.sources.note(self.module, before, before.last().map(String::as_str));
            }
            syn::UseTree::Name(name) => {
                let name = name.ident.to_string();
                self.sources.note(self.module, &[before, std::slice::from_ref(&name)].concat(), Some(&name));
            }
            syn::UseTree::Rename(rename) => {
                let path = [before, &[rename.ident.to_string()]].concat();
                self.sources.note(self.module, &path, Some(&rename.rename.to_string()));
            }
            syn::UseTree::Glob(_) => self.sources.note(self.module, before, None),
            syn::UseTree::Group(group) => group.items.iter().for_each(|tree| self.read_tree(before, tree)),
        }
    }
}

impl<'ast> Visit<'ast> for Reader<'_> {
    fn visit_item_mod(&mut self, item: &'ast syn::ItemMod) {
        let is_test = item.attrs.iter().any(|attribute| attribute.path().is_ident("cfg"));
        if !is_test {
            syn::visit::visit_item_mod(self, item);
        }
    }

    fn visit_item_use(&mut self, item: &'ast syn::ItemUse) {
        self.read_tree(&[], &item.tree);
    }

    fn visit_path(&mut self, path: &'ast syn::Path) {
        let segments: Vec<String> = path.segments.iter().map(|segment| segment.ident.to_string()).collect();
        if segments.len() > 1 {
            self.sources.note(self.module, &segments, None);
        }
        syn::visit::visit_path(self, path);
    }
}

/// Who imports whom among the files and folders right below `folder`; what imports within one is left out.
fn rooms(arrows: &BTreeMap<String, BTreeSet<String>>, folder: &str) -> BTreeMap<String, BTreeSet<String>> {
    let room = |file: &str| {
        let room = file.strip_prefix(folder)?.split('/').next()?;
        (room != "mod.rs").then(|| room.trim_end_matches(".rs").to_owned())
    };
    let mut rooms: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for (from, to) in arrows.iter().flat_map(|(from, imported)| imported.iter().map(move |to| (from, to))) {
        if let (Some(from), Some(to)) = (room(from), room(to))
            && from != to
        {
            rooms.entry(from).or_default().insert(to);
        }
    }
    rooms
}

/// The groups of files each of which can be reached from every other, as lines.
fn circles(arrows: &BTreeMap<String, BTreeSet<String>>) -> Vec<String> {
    let reached = |start: &String| {
        let mut seen = BTreeSet::new();
        let mut ahead = vec![start];
        while let Some(file) = ahead.pop() {
            ahead.extend(arrows.get(file).into_iter().flatten().filter(|next| seen.insert((*next).clone())));
        }
        seen
    };
    let reach: BTreeMap<&String, BTreeSet<String>> = arrows.keys().map(|file| (file, reached(file))).collect();
    let group = |file: &String| {
        let together = reach[file].iter().filter(|other| reach.get(other).is_some_and(|back| back.contains(file)));
        together.cloned().collect::<Vec<_>>().join(", ")
    };
    let groups: BTreeSet<String> = arrows.keys().map(group).filter(|group| !group.is_empty()).collect();
    groups.into_iter().collect()
}
