//! What is laid around words: emphasis, links and the like, without what editors leave in them.
//!
//! A page written in a browser's editor holds bold inside bold, a word that is bold in two halves, and emphasis
//! around line breaks and spaces. Spaces and breaks at the ends come to stand outside, what says the same twice is said
//! once, and equal neighbours become one.

use crate::article::Inline;
use url::Url;

/// One of the inlines that hold others, without what it holds.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Wrap {
    Emphasis,
    Strong,
    Strikethrough,
    Superscript,
    Subscript,
    Link(Url),
}

impl Wrap {
    pub(super) fn around(self, content: Vec<Inline>) -> Inline {
        match self {
            Wrap::Emphasis => Inline::Emphasis(content),
            Wrap::Strong => Inline::Strong(content),
            Wrap::Strikethrough => Inline::Strikethrough(content),
            Wrap::Superscript => Inline::Superscript(content),
            Wrap::Subscript => Inline::Subscript(content),
            Wrap::Link(target) => Inline::Link { target, content },
        }
    }

    /// Parts an inline from what it holds; gives it back if it holds no others.
    pub(super) fn off(inline: Inline) -> Result<(Self, Vec<Inline>), Inline> {
        match inline {
            Inline::Emphasis(content) => Ok((Wrap::Emphasis, content)),
            Inline::Strong(content) => Ok((Wrap::Strong, content)),
            Inline::Strikethrough(content) => Ok((Wrap::Strikethrough, content)),
            Inline::Superscript(content) => Ok((Wrap::Superscript, content)),
            Inline::Subscript(content) => Ok((Wrap::Subscript, content)),
            Inline::Link { target, content } => Ok((Wrap::Link(target), content)),
            Inline::Text(_) | Inline::Code(_) | Inline::NoteReference(_) | Inline::LineBreak => Err(inline),
        }
    }

    fn is_of(&self, inline: &Inline) -> bool {
        match (self, inline) {
            (Wrap::Emphasis, Inline::Emphasis(_))
            | (Wrap::Strong, Inline::Strong(_))
            | (Wrap::Strikethrough, Inline::Strikethrough(_)) => true,
            (Wrap::Link(link), Inline::Link { target, .. }) => link == target,
            // x^2^2 is not x^22.
            _ => false,
        }
    }
}

/// Lays `wrap` around words at the end of `line`, once for each part between empty lines; nothing is laid around nothing.
pub(super) fn wrap_into(line: &mut Vec<Inline>, content: Vec<Inline>, wrap: &Wrap) {
    let mut words = Vec::new();
    let mut gap = Vec::new();
    for inline in without(wrap, content) {
        if is_gap(&inline) {
            gap.push(inline);
            continue;
        }
        if words.is_empty() || gap.iter().filter(|inline| **inline == Inline::LineBreak).count() >= 2 {
            close(line, &mut words, wrap);
            line.append(&mut gap);
        }
        words.append(&mut gap);
        words.push(inline);
    }
    close(line, &mut words, wrap);
    line.append(&mut gap);
}

/// Wraps `words` at the end of `line`, the spaces at their ends outside.
fn close(line: &mut Vec<Inline>, words: &mut Vec<Inline>, wrap: &Wrap) {
    let mut words = std::mem::take(words);
    if let Some(Inline::Text(text)) = words.first_mut() {
        let inner = text.trim_start();
        let space = text[..text.len() - inner.len()].to_owned();
        *text = inner.to_owned();
        line.extend((!space.is_empty()).then_some(Inline::Text(space)));
    }
    let mut space = String::new();
    if let Some(Inline::Text(text)) = words.last_mut() {
        space = text.split_off(text.trim_end().len());
    }
    if !words.is_empty() {
        line.push(wrap.clone().around(words));
    }
    line.extend((!space.is_empty()).then_some(Inline::Text(space)));
}

fn is_gap(inline: &Inline) -> bool {
    match inline {
        Inline::Text(text) => text.trim().is_empty(),
        other => *other == Inline::LineBreak,
    }
}

/// `content` with no `wrap` in it, at any depth: bold in bold is bold.
pub(super) fn without(wrap: &Wrap, content: Vec<Inline>) -> Vec<Inline> {
    let mut out = Vec::with_capacity(content.len());
    for inline in content {
        if wrap.is_of(&inline) {
            let content = Wrap::off(inline).map(|(_, content)| content).unwrap_or_default();
            out.extend(without(wrap, content));
            continue;
        }
        match Wrap::off(inline) {
            Ok((other, content)) => out.push(other.around(without(wrap, content))),
            Err(plain) => out.push(plain),
        }
    }
    out
}

/// Adds `inline` to a line whose spaces are right; it becomes one with an equal neighbour.
pub(super) fn append(line: &mut Vec<Inline>, inline: Inline) {
    let (wrap, content) = match Wrap::off(inline) {
        Ok(parts) => parts,
        Err(Inline::Text(text)) => {
            match line.last_mut() {
                Some(Inline::Text(before)) => before.push_str(&text),
                _ => line.push(Inline::Text(text)),
            }
            return;
        }
        Err(plain) => return line.push(plain),
    };
    // Two links with a space between may be two buttons of one thing.
    let is_parted =
        !matches!(wrap, Wrap::Link(_)) && matches!(line.last(), Some(Inline::Text(text)) if text.trim().is_empty());
    let neighbour = line.iter().rev().nth(is_parted.into());
    if !neighbour.is_some_and(|neighbour| wrap.is_of(neighbour)) {
        return line.push(wrap.around(content));
    }
    let space = if is_parted { line.pop() } else { None };
    if let Some((wrap, mut joined)) = line.pop().and_then(|neighbour| Wrap::off(neighbour).ok()) {
        space.into_iter().chain(content).for_each(|inline| append(&mut joined, inline));
        line.push(wrap.around(joined));
    }
}

/// True for a line all of whose words are in bold.
pub(crate) fn is_bold(line: &[Inline]) -> bool {
    let is_bold_piece = |inline: &Inline| match inline {
        Inline::Strong(_) => true,
        Inline::Emphasis(content) | Inline::Link { content, .. } => is_bold(content),
        other => is_gap(other),
    };
    line.iter().any(|inline| !is_gap(inline)) && line.iter().all(is_bold_piece)
}

/// The same words without bold, if all are in bold: they stand where that says nothing, in a heading.
pub(crate) fn plain(line: Vec<Inline>) -> Vec<Inline> {
    if !is_bold(&line) {
        return line;
    }
    let mut out = Vec::with_capacity(line.len());
    without(&Wrap::Strong, line).into_iter().for_each(|inline| append(&mut out, inline));
    out
}

/// All of the words in bold.
pub(super) fn bold(line: Vec<Inline>) -> Vec<Inline> {
    let mut out = Vec::new();
    wrap_into(&mut out, line, &Wrap::Strong);
    out
}

#[cfg(test)]
mod tests {
    use crate::clean::testing::blocks;

    #[test]
    fn bold_in_bold_is_bold_and_equal_neighbours_are_one() {
        for (page, expected) in [
            ("<b><strong>Ice:</strong></b> thin", "p:*Ice:* thin"),
            ("<b>I<i>c<b>e</b></i></b>", "p:*I_ce_*"),
            ("<b>a</b><b>nd so</b> <b>on</b> and", "p:*and so on* and"),
            ("<i><b>a</b></i><i><b>b</b></i>", "p:_*ab*_"),
            ("<a href=https://a.example/>a</a><a href=https://a.example/>b</a>", "p:[ab](https://a.example/)"),
            (
                "<a href=https://a.example/>a</a> <a href=https://a.example/>b</a>",
                "p:[a](https://a.example/) [b](https://a.example/)",
            ),
            ("x<sup>2</sup><sup>3</sup>", "p:x^(2)^(3)"),
        ] {
            assert_eq!(blocks(&format!("<p>{page}</p>")), [expected], "{page}");
        }
    }

    #[test]
    fn breaks_and_spaces_at_the_ends_of_emphasis_stand_outside() {
        for (page, expected) in [
            ("<p>one<b><br>two<br></b>three</p>", &["p:one/*two*/three"][..]),
            ("<p><b>one<br><br>two</b></p>", &["p:*one*", "p:*two*"]),
            ("<p>the<i>&nbsp;Marit&nbsp;</i> sank</p>", &["p:the\u{a0}_Marit_ sank"]),
        ] {
            assert_eq!(blocks(page), expected, "{page}");
        }
    }

    #[test]
    fn a_heading_that_is_bold_as_a_whole_is_a_heading() {
        assert_eq!(blocks("<h2><b>The <i>Marit</i></b> <b>sinks</b></h2>"), ["h2:The _Marit_ sinks"]);
        assert_eq!(blocks("<h2>The <b>Marit</b></h2>"), ["h2:The *Marit*"]);
    }
}
