//! Reads the parts of a figure's frame: caption and credit, told apart.

use super::super::credit::rule::CreditRule;
use super::super::credit::{self, Parted};
use super::super::frame::{Frame, is_label_word};
use super::super::role::{Ground, Role};
use super::super::{agency, caption, ending, label};
use super::parts::{Called, Parts};
use super::rule::{CaptionRule, PassedOver, WhyNot};
use super::{Caption, Credited, Wording};
use crate::article::{Credit, Found, Inline};
use crate::clean::view::addresses::Addresses;
use crate::clean::view::tree::NodeIdx;

/// Caption and credits as they are put together.
#[derive(Debug, Default)]
struct Draft {
    caption: Vec<Inline>,
    /// What told the first words of the caption.
    caption_rule: Option<CaptionRule>,
    /// As printed, without labels.
    credits: Vec<String>,
    /// What told the first of them.
    credit_rule: Option<CreditRule>,
    /// All that went into either, with its links.
    read: Vec<Inline>,
}

/// In characters; longer words in a box that is no figure are text.
const LONGEST_BESIDE: usize = 700;

impl Parts<'_> {
    pub(super) fn read(mut self, frame: &Frame, addresses: &Addresses) -> Wording {
        let mut draft = Draft::default();
        if self.credits.is_empty()
            && let Some(element) = self.captions.iter().find_map(|caption| ending::name(caption.element, self.tree))
        {
            self.left_out.insert(element);
            self.credits.push(Called { element, role: Role::Credit, ground: None });
        }
        for Called { element, ground, .. } in &self.captions {
            let inlines = self.inlines(*element, addresses);
            draft.read.extend(inlines.iter().cloned());
            draft.add_caption(inlines, CaptionRule::Called(ground.unwrap_or(FIGCAPTION)));
        }
        let mut passed_over = Vec::new();
        for called in &self.credits {
            let why_not = self.read_credit(called, addresses, &mut draft);
            passed_over.extend(why_not.map(|why| PassedOver { element: called.element, why }));
        }
        let has_caption_part = !self.captions.is_empty();
        for element in &self.plain {
            let inlines = self.inlines(*element, addresses);
            let text = caption::words(&inlines);
            if text.is_empty() {
                continue;
            }
            let why_not = if is_label_word(&text) {
                Some(WhyNot::LabelAlone)
            } else if let Some(line) = credit::whole(&text) {
                if draft.credits.is_empty() {
                    let parted = Parted::nothing_but(line);
                    draft.add_credit(Some(parted.credit), parted.rule);
                    draft.read.extend(inlines);
                }
                None
            } else if !has_caption_part
                && (self.tree.name(frame.root) == "figure" || text.chars().count() < LONGEST_BESIDE)
            {
                draft.read.extend(inlines.iter().cloned());
                draft.add_caption(inlines, CaptionRule::Beside);
                None
            } else {
                Some(WhyNot::Text)
            };
            passed_over.extend(why_not.map(|why| PassedOver { element: *element, why }));
        }
        passed_over.append(&mut self.passed_over);
        Wording { passed_over, ..draft.finish() }
    }

    /// Reads an element that is called a credit; says why, if it gives nothing.
    fn read_credit(&self, called: &Called, addresses: &Addresses, draft: &mut Draft) -> Option<WhyNot> {
        let inlines = self.inlines(called.element, addresses);
        let words = caption::words(&inlines);
        draft.read.extend(inlines.iter().cloned());
        let rule = || called.ground.map_or(CreditRule::LastElement, CreditRule::Called);
        // "The kiln | Photo by Ines Okafor" in a box called "credits".
        if let Some(parted) = credit::part_of_marked(&words) {
            draft.add_caption(caption::cut(&inlines, parted.caption), beside(called));
            draft.add_credit(Some(parted.credit), parted.rule);
            return None;
        }
        // A sentence in such a box is a caption all the same.
        if reads_as_a_sentence(&words) {
            draft.add_caption(inlines, beside(called));
            return None;
        }
        if called.role == Role::NearCredit && words.to_lowercase().starts_with("by ") {
            return Some(WhyNot::Byline);
        }
        let credit = credit::marked(&self.text(called.element));
        let why_not = credit.is_none().then_some(WhyNot::LabelAlone);
        draft.add_credit(credit, rule());
        why_not
    }

    fn inlines(&self, element: NodeIdx, addresses: &Addresses) -> Vec<Inline> {
        let is_left_out = |inner| inner != element && self.left_out.contains(&inner);
        caption::inlines(element, self.tree, &is_left_out, addresses)
    }
}

/// What tells most captions.
const FIGCAPTION: Ground = Ground::Element("figcaption");

fn beside(called: &Called) -> CaptionRule {
    called.ground.map_or(CaptionRule::Beside, CaptionRule::BesideCredit)
}

impl Draft {
    /// Adds to the caption what it does not say yet: pages repeat captions for small screens and for scripts.
    fn add_caption(&mut self, more: Vec<Inline>, rule: CaptionRule) {
        let (old, new) = (caption::words(&self.caption), caption::words(&more));
        if new.is_empty() || is_label_word(&new) || squeezed(&old).contains(&squeezed(&new)) {
            return;
        }
        if squeezed(&new).contains(&squeezed(&old)) {
            (self.caption, self.caption_rule) = (more, Some(rule));
            return;
        }
        self.caption.push(Inline::text(" "));
        self.caption.extend(more);
    }

    fn add_credit(&mut self, credit: Option<String>, rule: CreditRule) {
        let Some(credit) = credit else { return };
        let is_known = self.credits.iter().any(|known| says_the_same(known, &credit));
        if !is_known && self.credits.len() < MOST_CREDITS {
            self.credits.push(credit);
            self.credit_rule = self.credit_rule.take().or(Some(rule));
        }
    }

    /// Parts the credit from the caption where no element did, and joins the credits.
    fn finish(self) -> Wording {
        let caption = caption::without_label(self.caption);
        let text = caption::words(&caption);
        // Several credits of one picture stand in one line.
        let joined = self.credit_rule.map(|rule| {
            let credit = Credit::printed(self.credits.join(" / "), Found::Page, rule.trust());
            Credited::new((credit, rule))
        });
        let captioned = |words| Caption::new(words, self.caption_rule.unwrap_or(CaptionRule::Beside));
        let parted = || credit::part(&text).or_else(|| ending::link(&caption, &text));
        let (words, credit) = match (joined, parted()) {
            (joined, _) if is_label_word(&text) => (Vec::new(), joined),
            (None, Some(parted)) => {
                let words = caption::cut(&caption, parted.caption.clone());
                (words, Some(Credited::new(parted.into_credit(Found::Page))))
            }
            // The caption repeats the credit that stands apart from it.
            (Some(known), Some(parted)) if says_the_same(&known.credit.text, &parted.credit) => {
                (caption::cut(&caption, parted.caption), Some(known))
            }
            (Some(known), _) if says_the_same(&known.credit.text, &text) => (Vec::new(), Some(known)),
            // "<span class=credit>Ines Okafor</span>/Getty Images": the house stands beside the element.
            (Some(Credited { credit, rule, .. }), _) if text.starts_with(['/', '|']) && agency::is_name_like(&text) => {
                let whole = Credit::printed(format!("{}{text}", credit.text), credit.found, credit.trust);
                (Vec::new(), Some(Credited::new((whole, rule))))
            }
            (Some(known), _) => (caption::cut(&caption, 0..before_label(&text)), Some(known)),
            (None, _) => (caption, None),
        };
        Wording { caption: captioned(words), credit, passed_over: Vec::new() }.with_links(&self.read)
    }
}

/// Where the label begins that a caption ends in, of which the name stands in an element of its own; the end, if in none.
fn before_label(text: &str) -> usize {
    let marked = text.ends_with([':', '©', '：']) || text.ends_with(" by");
    let starts = text.char_indices().rev().filter(|(at, _)| *at == 0 || text[..*at].ends_with(char::is_whitespace));
    let is_label = |at: &usize| label::at_head(&text[*at..]).is_some_and(|label| label.rest.is_empty());
    let label = marked.then(|| { starts }.map(|(at, _)| at).take(3).filter(is_label).last()).flatten();
    label.map_or(text.len(), |at| text[..at].trim_end().len())
}

/// No picture has more credits; what follows is something else.
const MOST_CREDITS: usize = 3;

/// Whether a text without a label is longer than names are and written like a sentence.
fn reads_as_a_sentence(text: &str) -> bool {
    let words: Vec<&str> = text.split_whitespace().collect();
    let small = words.iter().filter(|word| word.starts_with(char::is_lowercase)).count();
    let is_list = text.contains(['/', ';', '|', '©']) || agency::names_an_agency(text);
    words.len() > 6 && small * 2 > words.len() && !is_list && label::at_head(text).is_none()
}

/// Whether one of two texts repeats the other, punctuation and spaces aside.
fn says_the_same(one: &str, other: &str) -> bool {
    let (one, other) = (squeezed(one), squeezed(other));
    one == other
        || (!other.is_empty() && one.contains(&other))
        || (!one.is_empty() && other.contains(&one) && other.len() < one.len() * 2)
}

fn squeezed(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}
