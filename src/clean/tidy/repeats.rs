//! What is there twice: a page printed for two widths of screen, a sentence set again in display type.

use super::said::{Blocks, Said, text_of};
use crate::article::Block;
use crate::article::folded;
use crate::clean::rules::Rule;
use foldhash::HashMap;
use std::collections::HashSet;

/// Shorter texts may well be said twice, in characters.
const TELLING: usize = 40;
/// A pull quote has at least so many characters; "He said no." may be said twice.
const PULLED: usize = 25;

/// Repeated blocks one after the other that are a page printed twice; a refrain has fewer.
const PRINTED_TWICE: usize = 3;

impl Said {
    /// What two blocks that say the same have in common; `None` for what may be repeated: code, tables, lists, quotations.
    fn telling(&self) -> Option<&str> {
        matches!(self.block(), Block::Paragraph(_) | Block::Heading { .. }).then(|| self.line())
    }

    fn is_long_paragraph(&self) -> bool {
        self.is_paragraph() && self.line().chars().count() >= TELLING
    }
}

/// Keeps the first of what the page, and not its author, repeats; makes quotations that repeat the text pull quotes.
pub(super) fn drop(blocks: &mut Blocks) {
    drop_twins(blocks);
    drop_echoes(blocks);
    drop_printings(blocks);
    tell_pull_quotes(&mut blocks.kept);
    drop_pulled_twice(blocks);
}

/// Drops a pull quote that another has said before: one is for wide screens, one for narrow ones.
fn drop_pulled_twice(blocks: &mut Blocks) {
    let mut seen = HashSet::new();
    blocks.leave_out(|said| {
        let is_pulled = matches!(said.block(), Block::PullQuote(_));
        Rule::PulledTwice.when(is_pulled && !seen.insert(said.line().to_owned()))
    });
}

/// Drops empty lines, and of two headings or long paragraphs in a row that say the same the second.
fn drop_twins(blocks: &mut Blocks) {
    blocks.leave_out(|said| Rule::SaidTwice.when(said.telling() == Some("") && said.text().is_empty()));
    let may_repeat = |said: &Said| said.is_paragraph() && !said.is_long_paragraph();
    let mut last: Option<&Said> = None;
    let against = blocks.kept.iter().map(|next| {
        let says = |line: &str| !line.is_empty() && last.and_then(Said::telling) == Some(line);
        let is_twin = next.telling().is_some_and(says) && !may_repeat(next);
        last = if is_twin { last } else { Some(next) };
        Rule::SaidTwice.when(is_twin)
    });
    let against = against.collect();
    blocks.leave_out_each(against);
}

/// A line said so often in a row is no author's, but the label of each picture in a row of them.
const OFTEN: usize = 4;

/// Drops a run that repeats just what stands before it, block by block: of two settings of a section one is for narrow
/// screens. One paragraph of it at least is long. Also of a line said over and over all but the first.
fn drop_echoes(blocks: &mut Blocks) {
    let all = &blocks.kept;
    let lines: Vec<Option<&str>> = all.iter().map(Said::telling).collect();
    let mut against = vec![None; all.len()];
    let mut at = 0;
    while at < all.len() {
        let times = lines[at..].iter().take_while(|line| line.is_some() && **line == lines[at]).count();
        if times >= OFTEN && all[at].is_paragraph() {
            against[at + 1..at + times].fill(Rule::SaidOften.asked());
            at += times;
            continue;
        }
        let echoes = |length: &usize| {
            let (one, other) = lines[at..at + 2 * length].split_at(*length);
            one == other && one.iter().all(Option::is_some) && all[at..at + length].iter().any(Said::is_long_paragraph)
        };
        let most = LONGEST_ECHO.min((all.len() - at) / 2);
        match (2..=most).find(echoes) {
            Some(length) => {
                against[at + length..at + 2 * length].fill(Rule::SaidOften.asked());
                at += 2 * length;
            }
            None => at += 1,
        }
    }
    blocks.leave_out_each(against);
}

/// In blocks: what is set for two screens side by side is a section, and no whole article.
const LONGEST_ECHO: usize = 12;

/// Drops runs of blocks that have all been said before, if they are long enough and hold long paragraphs.
///
/// A page printed twice repeats at once what it has just said, or most of all it has said. A refrain comes again after
/// a verse, and is a small part of the song.
fn drop_printings(blocks: &mut Blocks) {
    let printed = &blocks.kept;
    let mut seen: HashMap<&str, usize> = HashMap::default();
    // Where each block has been said before; a list goes with the paragraphs around it, and never alone.
    let mut before: Vec<Option<usize>> = Vec::with_capacity(printed.len());
    for (at, said) in printed.iter().enumerate() {
        let line = if matches!(said.block(), Block::List(_)) { Some(said.line()) } else { said.telling() };
        let first = line.filter(|line| !line.is_empty()).map_or(at, |line| *seen.entry(line).or_insert(at));
        before.push((first != at).then_some(first));
    }
    let long: Vec<bool> = printed.iter().map(Said::is_long_paragraph).collect();
    let mut against = vec![None; printed.len()];
    let mut start = 0;
    for run in before.chunk_by(|one, next| one.is_some() == next.is_some()) {
        let range = start..start + run.len();
        start = range.end;
        let again = range.clone().filter(|at| long[*at]).count();
        if run[0].is_none() || again < PRINTED_TWICE {
            continue;
        }
        let last_said = run.iter().flatten().max().copied().unwrap_or(0);
        let since = (last_said + 1..range.start).filter(|at| long[*at]).count();
        let all = (0..range.start).filter(|at| long[*at] && before[*at].is_none()).count();
        if since == 0 || again * 2 > all {
            against[range].fill(Rule::PrintedTwice.asked());
        }
    }
    blocks.leave_out_each(against);
}

/// How many words of a quotation are looked up in the text; the rest is compared where they are found.
const FIRST_WORDS: usize = 4;

/// Makes quotations that repeat the text pull quotes.
fn tell_pull_quotes(blocks: &mut [Said]) {
    let mut by_start: HashMap<String, Vec<(usize, String)>> = HashMap::default();
    for (index, said) in blocks.iter().enumerate() {
        if let Block::Quote(quote) = said.block() {
            let text = folded(&quote.content.iter().map(text_of).collect::<Vec<_>>().join(" "));
            if text.chars().count() >= PULLED {
                let start = text.split(' ').take(FIRST_WORDS).collect::<Vec<_>>().join(" ");
                by_start.entry(start).or_default().push((index, text));
            }
        }
    }
    if by_start.is_empty() {
        return;
    }
    let mut pulled = Vec::new();
    for running in blocks.iter().filter(|said| said.is_paragraph()).map(Said::line) {
        let spaces = running.bytes().enumerate().filter(|(_, byte)| *byte == b' ');
        let starts: Vec<usize> = std::iter::once(0).chain(spaces.map(|(at, _)| at + 1)).collect();
        for (nth, start) in starts.iter().enumerate() {
            let end = starts.get(nth + FIRST_WORDS).map_or(running.len(), |next| next - 1);
            let Some(quotes) = by_start.get(&running[*start..end]) else { continue };
            let rest = &running[*start..];
            let said = quotes.iter().filter(|(_, text)| {
                rest.strip_prefix(text.as_str()).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
            });
            pulled.extend(said.map(|(index, _)| *index));
        }
    }
    for index in pulled {
        if let Block::Quote(quote) = blocks[index].block() {
            blocks[index] = Said::by(Block::PullQuote(quote.clone()));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::said::tidied;
    use super::*;
    use crate::article::{Inline, Quote};

    fn drop(blocks: &mut Vec<Block>) {
        tidied(blocks, super::drop);
    }

    fn paragraph(text: &str) -> Block {
        Block::Paragraph(vec![Inline::text(text)])
    }

    #[test]
    fn an_article_printed_twice_is_taken_once() {
        let once: Vec<Block> = ["winter", "spring", "summer"]
            .map(|time| paragraph(&format!("The lock was closed for the {time}, and nobody minded.")))
            .into();
        let mut blocks = [once.clone(), vec![paragraph("No.")], once.clone(), vec![paragraph("No.")]].concat();
        drop(&mut blocks);
        assert_eq!(blocks, [once, vec![paragraph("No.")]].concat());
    }

    #[test]
    fn a_section_set_for_two_screens_and_a_label_of_many_pictures_are_said_once() {
        let section = vec![paragraph("Winter"), paragraph("The lock was closed for the winter, and nobody minded.")];
        let mut blocks = [section.clone(), section.clone(), vec![paragraph("No.")]].concat();
        drop(&mut blocks);
        assert_eq!(blocks, [section, vec![paragraph("No.")]].concat());
        let mut labels = vec![paragraph("Ice on the Merrow"); 5];
        drop(&mut labels);
        assert_eq!(labels.len(), 1);
        let mut knocks = vec![paragraph("Knock."); 3];
        drop(&mut knocks);
        assert_eq!(knocks.len(), 3);
    }

    #[test]
    fn a_refrain_is_sung_again() {
        let line =
            |number: usize| paragraph(&format!("Down to the lock I went, the {number}. time, to see the ferry go."));
        let refrain: Vec<Block> = (0..3).map(line).collect();
        let verses = (1..6).flat_map(|verse| {
            let verse: Vec<Block> = (0..4).map(|at| line(10 * verse + at)).collect();
            [verse, refrain.clone()].concat()
        });
        let mut song: Vec<Block> = verses.collect();
        let before = song.clone();
        drop(&mut song);
        assert_eq!(song, before);
    }

    #[test]
    fn a_paragraph_next_to_its_twin_is_said_once() {
        let once = paragraph("The lock was closed for the winter, and nobody minded.");
        let mut blocks = vec![once.clone(), once.clone(), paragraph("No."), paragraph("No.")];
        drop(&mut blocks);
        assert_eq!(blocks, [once, paragraph("No."), paragraph("No.")]);
    }

    #[test]
    fn what_the_author_repeats_stays() {
        let page = |again: &str| {
            let mut blocks =
                crate::clean::testing::parsed(&format!("{again}<p>One verse.</p>{again}<p>Two.</p>{again}"));
            let before = blocks.clone();
            drop(&mut blocks);
            assert_eq!(blocks, before, "{again}");
        };
        page("<p>And the lock, the lock was closed for winter,</p><p>and nobody at all in Osk did mind it much.</p>");
        page("<pre>let lock = canal.lock(winter).expect(\"closed\");\nlock.open();</pre>");
        page("<ul><li>The lock was closed for the winter.</li><li>Nobody in the town minded it.</li></ul>");
        page("<table><tr><td>The lock was closed</td><td>for the winter of that year</td></tr></table>");
    }

    #[test]
    fn a_quotation_that_repeats_the_text_is_a_pull_quote() {
        let quote = |text: &str| Quote { content: vec![paragraph(text)], attribution: Vec::new() };
        let text = paragraph("They said that nobody minded the lock at all, and went home.");
        let mut blocks = vec![
            text,
            Block::Quote(quote("“Nobody minded the lock at all”")),
            Block::Quote(quote("Somebody did mind the lock, though")),
        ];
        drop(&mut blocks);
        assert!(matches!(blocks[1], Block::PullQuote(_)));
        assert!(matches!(blocks[2], Block::Quote(_)));
    }
}
