//! A paragraph's words with the look of each, ready to be broken into lines.

use crate::article::Direction;
use crate::fonts::leaves_no_trace;
use crate::pdf::faces::FaceStyle;
use crate::pdf::faces::forms::Forms;
use crate::pdf::layout::colours::ColourName;
use crate::pdf::layout::paper::Pt;
use crate::pdf::layout::style::{Figures, Letters, TextStyle, Weight};
use std::sync::Arc;
use url::Url;

/// Words in one or several looks. The text holds no line breaks but those that are meant.
#[derive(Debug, Clone, Default)]
pub(in crate::pdf) struct Text {
    pub words: String,
    /// The looks of the words, in order; each reaches from the end of the one before to its own end.
    pub stretches: Vec<Stretch>,
    /// What the words are beyond words; an outer span comes before those inside it.
    pub spans: Vec<Span>,
    /// Which way the words run, whatever the language around them; program text runs to the right.
    pub direction: Option<Direction>,
}

/// Words in one look.
#[derive(Debug, Clone)]
pub(in crate::pdf) struct Stretch {
    pub end: usize,
    pub look: Look,
    /// The innermost of the text's spans that the words stand in.
    pub span: Option<usize>,
}

/// Words that are more than words of their paragraph.
#[derive(Debug, Clone)]
pub(in crate::pdf) struct Span {
    pub kind: SpanKind,
    /// The span that this one is a part of.
    pub within: Option<usize>,
}

/// What the words of a span are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::pdf) enum SpanKind {
    /// They send the reader to another place of the issue; the link stands inside.
    Reference,
    Link(Target),
    /// They are the number under which the address of a link is listed.
    Label,
    /// They no longer hold.
    StruckOut,
    /// They are program text.
    Code,
}

/// How words look.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(in crate::pdf) struct Look {
    pub face: FaceStyle,
    pub size: Pt,
    /// How far the words stand above the baseline.
    pub rise: Pt,
    pub colour: ColourName,
    /// Between letters, in ems.
    pub tracking: f32,
    pub forms: Forms,
    pub struck_out: bool,
}

/// What a reader gets to by touching the words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::pdf) enum Target {
    Web(Arc<Url>),
    /// A named destination in this file.
    Inside(Arc<str>),
}

impl From<TextStyle> for Look {
    fn from(style: TextStyle) -> Self {
        Self {
            face: style.into(),
            size: style.size,
            rise: 0.0,
            colour: style.colour,
            tracking: style.tracking,
            forms: Forms::of(style.letters, style.figures),
            struck_out: false,
        }
    }
}

impl Look {
    pub(crate) fn italic(self) -> Self {
        // Inside italics, stress is shown by standing upright.
        Self { face: FaceStyle { italic: !self.face.italic, ..self.face }, ..self }
    }

    pub(crate) fn bold(self) -> Self {
        Self { face: FaceStyle { weight: Weight::Bold, ..self.face }, ..self }
    }

    /// In small capitals, set a little apart as capitals have to be, if the words are for reading.
    fn in_small_capitals(self) -> Self {
        /// In ems.
        const APART: f32 = 0.03;
        match self.forms {
            Forms::Reading { figures, .. } => {
                Self { forms: Forms::of(Letters::SmallCapitals, figures), tracking: self.tracking + APART, ..self }
            }
            Forms::Tabular | Forms::Literal => self,
        }
    }

    /// With figures as tall as capitals: those with heads and tails go with small letters alone.
    pub(crate) fn with_lining_figures(self) -> Self {
        match self.forms {
            Forms::Reading { small_capitals, figures: Figures::OldStyle } => {
                Self { forms: Forms::Reading { small_capitals, figures: Figures::Lining }, ..self }
            }
            _ => self,
        }
    }

    /// Small and above the line.
    pub(crate) fn superior(self) -> Self {
        Self { size: self.size * 0.62, rise: self.rise + self.size * 0.34, ..self }
    }

    /// Small and below the line.
    pub(crate) fn inferior(self) -> Self {
        Self { size: self.size * 0.66, rise: self.rise - self.size * 0.14, ..self }
    }
}

impl Text {
    /// Words in one style.
    pub(crate) fn plain(words: &str, style: TextStyle) -> Self {
        let mut text = Text::default();
        text.push_styled(words, style);
        text
    }

    /// Adds words in `style`, in capitals where it asks for them.
    pub(crate) fn push_styled(&mut self, words: &str, style: TextStyle) {
        if style.letters == Letters::Capitals {
            self.push(&words.to_uppercase(), style.into(), None);
        } else {
            self.push(words, style.into(), None);
        }
    }

    /// Sets the opening words in small capitals: as many as a reader takes in at once, and none past a stop or a comma;
    /// and none of a script without small letters, whose letters may be joined.
    pub(crate) fn open_in_small_capitals(&mut self) {
        if !self.has_small_letters() {
            return;
        }
        let end = opening(&self.words);
        let cut = |stretch: Stretch, start: usize| {
            let opens = Stretch { end: stretch.end.min(end), look: stretch.look.in_small_capitals(), ..stretch };
            let rest = (stretch.end > end).then_some(stretch);
            [(start < end).then_some(opens), rest]
        };
        let mut start = 0;
        let stretches = std::mem::take(&mut self.stretches).into_iter().flat_map(|stretch| {
            let from = std::mem::replace(&mut start, stretch.end);
            cut(stretch, from)
        });
        self.stretches = stretches.flatten().collect();
    }

    /// Adds the number of a link.
    pub(crate) fn push_label(&mut self, number: &str, look: Look, target: Target) {
        self.push_in(number, look, Some(target), Some(SpanKind::Label));
    }

    /// Adds words; those that lead where the ones before them lead are one link with them.
    pub(crate) fn push(&mut self, words: &str, look: Look, target: Option<Target>) {
        self.push_in(words, look, target, None);
    }

    fn push_in(&mut self, words: &str, look: Look, target: Option<Target>, inner: Option<SpanKind>) {
        if words.is_empty() {
            return;
        }
        words.chars().filter_map(settable).for_each(|character| self.words.push(character));
        let end = self.words.len();
        let span = self.span_for(look, target, inner);
        match self.stretches.last_mut() {
            Some(last) if last.look == look && last.span == span => last.end = end,
            _ => self.stretches.push(Stretch { end, look, span }),
        }
    }

    /// The span for words of this kind that follow the last ones: theirs as far as it goes, new ones inside it.
    fn span_for(&mut self, look: Look, target: Option<Target>, inner: Option<SpanKind>) -> Option<usize> {
        let reference = matches!(target, Some(Target::Inside(_))).then_some(SpanKind::Reference);
        let link = target.map(SpanKind::Link);
        let struck_out = look.struck_out.then_some(SpanKind::StruckOut);
        let code = (look.forms == Forms::Literal).then_some(SpanKind::Code);
        let mut open = self.spans_around(self.stretches.last().and_then(|last| last.span)).into_iter();
        let mut within = None;
        for kind in [reference, link, struck_out, code, inner].into_iter().flatten() {
            let known = open.next().filter(|span| self.spans[*span].kind == kind);
            within = Some(known.unwrap_or_else(|| {
                open = Vec::new().into_iter();
                self.spans.push(Span { kind, within });
                self.spans.len() - 1
            }));
        }
        within
    }

    /// A span and those that it is a part of, the outermost first.
    fn spans_around(&self, span: Option<usize>) -> Vec<usize> {
        let outwards = std::iter::successors(span, |span| self.spans[*span].within);
        let mut spans: Vec<usize> = outwards.collect();
        spans.reverse();
        spans
    }

    /// The link that the words in `span` are a part of, and where it leads.
    pub(crate) fn link(&self, span: Option<usize>) -> Option<(usize, &Target)> {
        std::iter::successors(span, |span| self.spans[*span].within).find_map(|span| match &self.spans[span].kind {
            SpanKind::Link(target) => Some((span, target)),
            _ => None,
        })
    }

    /// The words in a span.
    pub(crate) fn words_in(&self, span: usize) -> String {
        let mut words = String::new();
        let mut start = 0;
        for stretch in &self.stretches {
            if std::iter::successors(stretch.span, |span| self.spans[*span].within).any(|outer| outer == span) {
                words.push_str(&self.words[start..stretch.end]);
            }
            start = stretch.end;
        }
        words.trim().to_owned()
    }

    /// Whether most letters of the text, if it has any, are of scripts that have small ones.
    pub(crate) fn has_small_letters(&self) -> bool {
        // The first script of Unicode without them is Hebrew.
        let is_uncased = |c: &char| *c >= '\u{590}' && c.is_alphabetic() && !c.is_lowercase() && !c.is_uppercase();
        let uncased = self.words.chars().filter(is_uncased).count();
        uncased == 0 || uncased * 2 < self.words.chars().filter(|c| c.is_alphabetic()).count()
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.words.trim().is_empty()
    }
}

/// Where the opening words of a text end.
fn opening(words: &str) -> usize {
    const MAX_LETTERS: usize = 26;
    let mut end = 0;
    for (at, _) in words.match_indices([' ', '\u{a0}', '\n']).chain([(words.len(), "")]) {
        let opens = &words[..at];
        if opens.chars().count() > MAX_LETTERS {
            break;
        }
        end = at;
        if opens.ends_with(|last: char| !last.is_alphanumeric()) {
            break;
        }
    }
    words[..end].trim_end_matches(|last: char| !last.is_alphanumeric()).len()
}

/// The character as it is set; `None` for what leaves no trace on paper.
fn settable(character: char) -> Option<char> {
    match character {
        '\n' | '\u{2028}' => Some('\n'),
        '\t' | '\r' | '\u{2029}' => Some(' '),
        // Soft hyphens would spoil what is searched for; the patterns find the breaks again.
        character if leaves_no_trace(character) => None,
        // A hyphen that does not break is the same glyph; it is kept whole by the rules for breaks.
        character if character.is_control() => None,
        character => Some(character),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pdf::layout::MAGAZINE;

    #[test]
    fn a_link_is_one_in_whatever_looks_its_words_are() {
        let look = Look::from(MAGAZINE.styles.body);
        let web = |address: &str| Some(Target::Web(Arc::new(address.parse().unwrap())));
        let mut text = Text::default();
        text.push("the ", look, web("https://tollbridge.example/"));
        text.push("old", Look { struck_out: true, ..look }, web("https://tollbridge.example/"));
        text.push(" quay", look.italic(), web("https://tollbridge.example/"));
        text.push(" and ", look, None);
        text.push("piers", look, web("https://tollbridge.example/"));
        let spans: Vec<Option<usize>> = text.stretches.iter().map(|stretch| stretch.span).collect();
        assert_eq!(spans, [Some(0), Some(1), Some(0), None, Some(2)]);
        assert_eq!(text.words_in(0), "the old quay");
        assert_eq!(text.link(Some(1)), text.link(Some(0)));
    }

    #[test]
    fn the_opening_words_are_in_small_capitals_up_to_a_stop() {
        let look = Look::from(MAGAZINE.styles.body);
        let opened = |parts: &[(&str, Look)]| {
            let mut text = Text::default();
            parts.iter().for_each(|(words, look)| text.push(words, *look, None));
            text.open_in_small_capitals();
            let is_small =
                |stretch: &&Stretch| matches!(stretch.look.forms, Forms::Reading { small_capitals: true, .. });
            assert_eq!(text.stretches.last().map_or(0, |last| last.end), text.words.len());
            let end = text.stretches.iter().take_while(is_small).last().map_or(0, |last| last.end);
            text.words[..end].to_owned()
        };
        assert_eq!(opened(&[("The tower of Vell has a clock, and it is right.", look)]), "The tower of Vell has a");
        assert_eq!(opened(&[("In March, the ferry was late again.", look)]), "In March");
        assert_eq!(opened(&[("“No,” she said.", look)]), "“No");
        assert_eq!(
            opened(&[("The ", look), ("Lark", look.italic()), (" was late again, and nobody.", look)]),
            "The Lark was late again"
        );
        assert_eq!(opened(&[("Unhurriednessesandmorethanthat is a word.", look)]), "");
        assert_eq!(opened(&[("", look)]), "");
        assert_eq!(opened(&[("في السابعة صباحًا كانت ساعة الميناء", look)]), "");
    }

    #[test]
    fn figures_with_heads_and_tails_go_with_small_letters_alone() {
        let has = |words: &str| Text::plain(words, MAGAZINE.styles.body).has_small_letters();
        assert!(has("It was built in 1926.") && has("1926") && has("Das „שלום“ von 1926"));
        assert!(!has("1926年に据え付けられた時計は120kg") && !has("רבדים 1926"));
    }
}
