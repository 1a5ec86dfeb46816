//! Every sign that the program itself prints is in the fonts that travel with it: bullets, dashes, marks of lines that go on,
//! and its words in the languages that need no font of the machine.

use skrifa::FontRef;
use skrifa::charmap::Charmap;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use syn::visit::Visit;

/// What the program knows in texts and never puts there itself: punctuation of scripts that need a font of the machine.
const ONLY_RECOGNISED: [char; 5] = ['،', '、', '，', '。', '：'];

/// The languages of the fixed words whose scripts need a font of the machine.
const OTHER_SCRIPTS: [&str; 3] = ["ar", "ja", "zh"];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The files below `folder` with this ending.
fn files(folder: &Path, ending: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for path in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
        if path.is_dir() {
            found.append(&mut files(&path, ending));
        } else if path.extension().is_some_and(|own| own == ending) {
            found.push(path);
        }
    }
    found
}

fn covered() -> BTreeSet<char> {
    let fonts = [files(&root().join("fonts"), "otf"), files(&root().join("fonts"), "ttf")].concat();
    let mut covered = BTreeSet::new();
    for font in &fonts {
        let bytes = fs::read(font).unwrap();
        let font = FontRef::new(&bytes).unwrap();
        covered.extend(Charmap::new(&font).mappings().filter_map(|(code, _)| char::from_u32(code)));
    }
    covered
}

/// The characters beyond ASCII in the literals of a file, but for those in its tests.
#[derive(Default)]
struct Literals(BTreeSet<char>);

impl<'ast> Visit<'ast> for Literals {
    fn visit_item_mod(&mut self, item: &'ast syn::ItemMod) {
        if !item.attrs.iter().any(|attribute| attribute.path().is_ident("cfg")) {
            syn::visit::visit_item_mod(self, item);
        }
    }

    fn visit_attribute(&mut self, _: &'ast syn::Attribute) {
        // Documentation is an attribute, too.
    }

    fn visit_lit(&mut self, literal: &'ast syn::Lit) {
        match literal {
            syn::Lit::Str(text) => self.0.extend(text.value().chars().filter(|c| !c.is_ascii())),
            syn::Lit::Char(one) if !one.value().is_ascii() => drop(self.0.insert(one.value())),
            _ => {}
        }
    }

    fn visit_expr_range(&mut self, _: &'ast syn::ExprRange) {
        // The first and the last of many characters that are recognised.
    }

    fn visit_macro(&mut self, item: &'ast syn::Macro) {
        // Within `matches!` characters are recognised; the words of the others are printed.
        if !item.path.is_ident("matches") {
            item.tokens.clone().into_iter().for_each(|token| self.visit_token(&token));
        }
    }
}

impl Literals {
    fn visit_token(&mut self, token: &proc_macro2::TokenTree) {
        match token {
            proc_macro2::TokenTree::Group(group) => {
                group.stream().into_iter().for_each(|token| self.visit_token(&token))
            }
            proc_macro2::TokenTree::Literal(literal) => self.visit_lit(&syn::Lit::new(literal.clone())),
            _ => {}
        }
    }
}

#[test]
fn the_signs_of_the_pages_and_of_the_cover_are_in_the_fonts_of_the_program() {
    let mut literals = Literals::default();
    for folder in ["src/pdf", "src/pictures/cover", "src/issue", "src/fonts"] {
        for file in files(&root().join(folder), "rs") {
            literals.visit_file(&syn::parse_file(&fs::read_to_string(file).unwrap()).unwrap());
        }
    }
    assert!(literals.0.contains(&'↪') && literals.0.contains(&'•'), "the signs were not found: {:?}", literals.0);
    let covered = covered();
    let is_seen = |c: &char| !c.is_control() && !c.is_whitespace() && !is_format(*c) && !is_no_sign(*c);
    let lacking = literals.0.iter().filter(|c| is_seen(c) && !covered.contains(c) && !ONLY_RECOGNISED.contains(c));
    assert_eq!(lacking.collect::<Vec<_>>(), Vec::<&char>::new());
}

/// Characters without a form of their own: soft hyphens, joiners, marks of direction and of the order of bytes.
fn is_format(character: char) -> bool {
    matches!(character, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
        || matches!(character, '\u{fe00}'..='\u{fe0f}')
}

/// Characters for private use and those that are none are only compared with.
fn is_no_sign(character: char) -> bool {
    matches!(u32::from(character), 0x590 | 0xe000..=0xf8ff | 0xf_0000.. | 0xfffe..=0xffff)
}

#[test]
fn the_fixed_words_need_a_font_of_the_machine_in_few_languages() {
    let words = fs::read_to_string(root().join("templates/wording.toml")).unwrap();
    let words: BTreeMap<String, BTreeMap<String, String>> = toml::from_str(&words).unwrap();
    let covered = covered();
    let lacks = |words: &BTreeMap<String, String>| {
        words
            .values()
            .flat_map(|word| word.chars())
            .any(|c| !c.is_ascii() && !c.is_whitespace() && !covered.contains(&c))
    };
    let lacking: Vec<&str> =
        words.iter().filter(|(_, words)| lacks(words)).map(|(language, _)| language.as_str()).collect();
    assert_eq!(lacking, OTHER_SCRIPTS);
}
