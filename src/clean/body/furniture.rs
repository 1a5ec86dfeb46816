//! Furniture: the parts of a page that serve the site and not the article, known by their names.
//!
//! Element names and roles tell, and the [`names`](super::names) that the site gave them. [`marks`] applies them from the
//! top down and leaves alone whatever holds most of the page's prose, since many sites write words such as "has-sidebar"
//! on the element that wraps everything.

use super::hidden::{are_shown, is_hidden_source, is_question, unfolds};
use super::lexicon::words;
use super::names::{Known, names};
use super::vocabulary::Sign;
use super::{Appetite, RulesAgainst};
use crate::clean::rules::Rule;
use crate::clean::view::attributes::Attributes;
use crate::clean::view::hidden::is_hidden_from_some;
use crate::clean::view::non_text::is_non_text;
use crate::clean::view::text_stats::TextStats;
use crate::clean::view::tree::{NodeIdx, PerNode, Tree, classes, is_subheading};
use crate::lexicon;
use Sign::{Index, Label, Likely, Sold, Sure, Voices, Way, Window};
use scraper::node::Element;

/// A label has fewer letters; a list of thirty tags may have as many.
const LONGEST_LABEL: u32 = 300;

/// What stands on a button has fewer letters.
const LONGEST_ON_A_BUTTON: u32 = 60;
/// In bytes: an "or" between two buttons has fewer.
const A_WORD_BESIDE: usize = 20;

/// Marks the roots of all subtrees that are furniture. `raw` is what the nodes hold with all that shows.
pub(crate) fn marks<'a>(tree: &Tree<'a>, raw: &PerNode<TextStats>, appetite: Appetite) -> RulesAgainst {
    let mut marks = RulesAgainst::of(None, tree.len());
    let all = raw[NodeIdx::ROOT].prose;
    let view = View { raw, all, shows_hidden: are_shown(tree, raw), appetite };
    let mut known = Known::default();
    let mut code_end = NodeIdx::ROOT;
    let mut at = NodeIdx::ROOT;
    while at < tree.nodes().end {
        if matches!(tree.name(at), "pre" | "code" | "math") {
            code_end = code_end.max(tree.end(at));
        }
        // Highlighters name the parts of code as they like: "hljs-comment", "token date".
        let against = |element: &'a Element| match at < code_end {
            true => against_in_code(tree, at, element),
            false => rule_against(tree, &view, &mut known, at, element),
        };
        marks[at] = tree.element(at).and_then(against);
        at = if marks[at].is_some() { tree.end(at) } else { at.next() };
    }
    marks
}

/// The rule by which an element inside code is no part of it.
fn against_in_code(tree: &Tree, place: NodeIdx, element: &Element) -> Option<Rule> {
    let name = tree.name(place);
    (Rule::NonText.when(is_non_text(name)))
        .or_else(|| Rule::SiteElement.when(name == "button"))
        .or_else(|| Rule::Unseen.when(is_hidden_source(element)))
}

/// How the furniture of one page is told.
struct View<'r> {
    /// What the nodes hold with all that shows.
    raw: &'r PerNode<TextStats>,
    /// The prose of the page, in letters.
    all: u32,
    /// Hidden words count like others.
    shows_hidden: bool,
    appetite: Appetite,
}

/// The rule by which an element is none of the article's.
fn rule_against<'a>(
    tree: &Tree<'a>,
    view: &View,
    known: &mut Known<'a>,
    place: NodeIdx,
    element: &'a Element,
) -> Option<Rule> {
    let View { raw, all, shows_hidden, appetite } = *view;
    let held = raw[place];
    if is_non_text(tree.name(place)) {
        return Some(Rule::NonText);
    }
    let name = element.name();
    if matches!(name, "html" | "body") || appetite == Appetite::Ravenous {
        return None;
    }
    let is_unseen = !shows_hidden && is_hidden_from_some(element) && !unfolds(tree, place, element);
    if is_unseen && appetite != Appetite::Hungry {
        return Rule::Unseen.asked();
    }
    // What holds most of the prose is the article or wraps it, whatever it is called; a hungry search
    // takes a sixth for most, since it comes after one that found nothing between the furniture.
    let most = if appetite == Appetite::Hungry { 6 } else { 2 };
    if held.prose.saturating_mul(most) > all {
        return None;
    }
    if is_unseen {
        return Rule::Unseen.asked();
    }
    if appetite == Appetite::Greedy {
        return Rule::SiteElement.when(matches!(name, "nav" | "dialog" | "menu" | "button" | "footer" | "form"));
    }
    match name {
        "button" => return Rule::SiteElement.when(!is_question(tree, place)),
        "nav" | "dialog" | "menu" => return Rule::SiteElement.asked(),
        // Tables tear the forms in them; what is filled in tells them still.
        "fieldset" if holds_fields(tree, place) => return Rule::SiteElement.when(held.prose * 5 < all),
        "form" => return Rule::SiteElement.when(held.prose * 5 < all),
        "footer" | "header" => {
            // A quote's footer names its source; a header inside a section may hold its heading.
            let in_quote = tree.ancestors(place).take(3).any(|around| tree.name(around) == "blockquote");
            let answers = tree.within(place).filter(|at| tree.name(*at) == "details").count();
            if name == "footer" && answers >= SOME_ANSWERS && held.prose >= A_CHAPTER {
                return None;
            }
            let is_out = name == "footer" || (held.prose == 0 && !holds_subheading(tree, place));
            return Rule::SiteElement.when(!in_quote && is_out);
        }
        // A box beside the text that reads like a part of it is one: how a lock works, who was there.
        "aside" if appetite == Appetite::Picky => {
            let is_note = reads_as_text(held) && known.sign(tree, place, element) <= Some(Likely);
            return Rule::SiteElement.when(!quotes(element) && !is_note && !is_chapter(tree, place, held));
        }
        // What a class says of these is how they look, or what the picture in them is.
        "main" | "figure" | "picture" | "img" | "table" | "caption" | "thead" | "tbody" | "tr" | "th" | "td" => {
            return None;
        }
        "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "p" | "a" => {
            let is_button = name == "a" && held.text < LONGEST_ON_A_BUTTON && is_dressed_as_button(element);
            let mut sign = || known.sign(tree, place, element).filter(|sign| *sign > Likely && *sign != Sold);
            return (Rule::ButtonLink.when(is_button && stands_alone(tree, raw, place)))
                .or_else(|| Rule::BoilerplateName.when(is_out(sign(), held, appetite)));
        }
        _ => {}
    }
    if element.attribute("role") == Some("button") {
        return Rule::SiteRole.when(!is_question(tree, place));
    }
    match element.attribute("role").map(str::trim) {
        // Writers of tutorials set their notes as alerts.
        Some("alert" | "status") if reads_as_text(held) => {}
        Some(role) if lexicon::BODY_ROLES.contains(role) => return Rule::SiteRole.asked(),
        _ => {}
    }
    let sign = known.sign(tree, place, element);
    let is_out = match sign {
        Some(Sold) => !is_sold(tree, place, held),
        // "?" in a line, that shows a word of explanation to who points at it.
        Some(Window) if held.text == 0 => is_mark(tree, place),
        Some(Index | Way | Sure) if is_chapter(tree, place, held) => false,
        _ => is_out(sign, held, appetite),
    };
    Rule::BoilerplateName.when(is_out)
}

/// How many folded answers below an article make its footer a part of it.
const SOME_ANSWERS: usize = 2;

/// In runs of prose: an offer has fewer, the text behind it more.
const A_TEXT_SOLD: u32 = 3;

/// True if this is the text that readers pay for, and not the offer in front of it.
fn is_sold(tree: &Tree, place: NodeIdx, held: TextStats) -> bool {
    let is_line = !tree.node(place).is_block && held.links == 0;
    let is_text = held.runs >= A_TEXT_SOLD && held.link_density() < 0.2 && !holds_fields(tree, place);
    is_line || is_text && !tree.within(place).any(|at| tree.name(at) == "button")
}

/// True of "?" and its like in a line of text; a number says something.
fn is_mark(tree: &Tree, place: NodeIdx) -> bool {
    let text = tree.text(place, |_| false);
    !tree.node(place).is_block
        && (1..=2).contains(&text.chars().count())
        && !text.chars().any(char::is_alphanumeric)
        && !tree.within(place).any(|at| matches!(tree.name(at), "img" | "picture" | "video"))
}

fn holds_fields(tree: &Tree, place: NodeIdx) -> bool {
    tree.within(place).any(|at| matches!(tree.name(at), "form" | "input" | "textarea" | "select"))
}

/// In letters: a sign-up or a note on the author has fewer, a chapter of an article has more.
const A_CHAPTER: u32 = 250;

/// True if a box reads like a part of the article, whatever its name: prose under a heading, nothing to fill in,
/// and hardly a link.
fn is_chapter(tree: &Tree, place: NodeIdx, held: TextStats) -> bool {
    held.prose >= A_CHAPTER
        && held.prose * 5 > held.text * 4
        && held.link_density() < 0.05
        && held.runs >= 2
        && holds_subheading(tree, place)
        && !tree.within(place).any(|at| matches!(tree.name(at), "form" | "input" | "textarea" | "button"))
}

/// Whether what bears this sign and holds so much is to be left out.
fn is_out(sign: Option<Sign>, held: TextStats, appetite: Appetite) -> bool {
    match sign {
        Some(Sure | Sold | Voices) => true,
        Some(Index) => held.linked * 2 > held.text || held.text < 40,
        Some(Way) => held.links > 0 || held.prose * 2 < held.text,
        Some(Label) => held.text < LONGEST_LABEL,
        Some(Window) => held.text > 0,
        Some(Likely) if appetite == Appetite::Picky => held.prose * 2 < held.text && held.link_density() > 0.25,
        _ => false,
    }
}

/// True of a box that holds sentences and no link: a note or a summary that belongs to the text.
fn reads_as_text(held: TextStats) -> bool {
    held.links == 0 && held.prose * 3 > held.text * 2
}

/// A link whose class gives it the looks of a button: "Book a demo", "See price".
pub(super) fn is_dressed_as_button(element: &Element) -> bool {
    classes(element).any(|name| {
        let mut found = false;
        words(name, &mut |word| found |= matches!(word, "btn" | "button" | "cta"));
        found
    })
}

/// True if hardly anything stands in the line beside this; an item of a list has its line to itself.
fn stands_alone(tree: &Tree, raw: &PerNode<TextStats>, place: NodeIdx) -> bool {
    let Some(line) = tree.ancestors(place).find(|at| tree.node(*at).is_block) else { return true };
    let limit = tree.text(place, |_| false).len() + A_WORD_BESIDE;
    // A line has as many bytes as letters at the least: one that is the whole page need not be read.
    tree.name(line) != "li" && (raw[line].text as usize) < limit && tree.text(line, |_| false).len() < limit
}

/// An `aside` that sets a quotation off from the text.
fn quotes(element: &Element) -> bool {
    names(element).any(|name| name.to_ascii_lowercase().contains("quote"))
}

fn holds_subheading(tree: &Tree, place: NodeIdx) -> bool {
    tree.within(place).any(|at| is_subheading(tree.name(at)))
}

#[cfg(test)]
mod tests {
    use crate::clean::testing::found;

    #[test]
    fn what_holds_most_of_the_prose_is_no_furniture_whatever_its_name() {
        let page = format!("<div class='has-sidebar ads'>{TEXT}{TEXT}</div><div class=sidebar-ads>{TEXT}</div>");
        assert_eq!(found(&page).len(), 2);
    }

    #[test]
    fn the_words_of_highlighted_code_are_no_names_of_furniture() {
        let page = format!(
            "<article>{TEXT}<pre><span class=hljs-comment>// one</span>\n<span class=date>2</span></pre></article>"
        );
        assert_eq!(found(&page)[1], "code[]:// one\n2");
    }

    #[test]
    fn chapters_of_prose_stay_whatever_their_name() {
        let chapter = format!("<div class=social><h2>Together</h2>{}</div>", TEXT.repeat(8));
        assert_eq!(found(&format!("<article>{}{chapter}</article>", TEXT.repeat(9))).len(), 18);
    }

    #[test]
    fn the_text_that_is_sold_stays_and_the_offer_goes() {
        let sold = TEXT.replace("<p>", "<p class=paywall>").repeat(9);
        let offer =
            "<div class=paywall><p>The rest is for those who pay, and for them alone.</p><button>Pay</button></div>";
        let wrapped = format!("<section class=paywall-content>{}</section>", TEXT.repeat(4));
        let page = format!("<article>{TEXT}{TEXT}{sold}{wrapped}{offer}</article>");
        assert_eq!(found(&page).len(), 15);
    }

    #[test]
    fn the_letters_of_readers_go_though_they_have_titles() {
        let letter = format!("<div class=visitors-comment><h3>Leave it shut!</h3>{}</div>", TEXT.repeat(5));
        assert_eq!(found(&format!("<article>{}{letter}{letter}</article>", TEXT.repeat(18))).len(), 18);
    }

    #[test]
    fn answers_in_the_footer_stay_and_fields_without_a_form_go() {
        let answer = format!("<details><summary>Is it shut?</summary>{}</details>", TEXT.repeat(3));
        let page = |end: &str| found(&format!("<article>{}{end}</article>", TEXT.repeat(18))).len();
        assert!(page(&format!("<footer><h2>Questions</h2>{answer}{answer}</footer>")) > 24);
        assert_eq!(page(&format!("<footer>{TEXT}{TEXT}</footer>")), 18);
        assert_eq!(
            page("<fieldset><legend>Search</legend><p>Say what you look for, and where.</p><input></fieldset>"),
            18
        );
    }

    #[test]
    fn the_mark_of_a_word_of_explanation_goes_and_the_word_it_stands_by_stays() {
        let page = |mark: &str| {
            let line =
                format!("<p>The lock was closed for the <em>winter</em>{mark}, and nobody in Osk minded it.</p>");
            format!("{:?}", found(&format!("<article>{TEXT}{line}{TEXT}</article>")))
        };
        assert!(!page("<span class='Page_tooltip__x9 Page_button'>?</span>").contains('?'));
        assert!(page("<span class='Page_note__x9'>?</span>").contains('?'));
        assert!(page(" of <span class='year-tooltip'>7</span>").contains('7'));
    }

    const TEXT: &str = "<p>The lock was closed for the winter, and nobody in the town of Osk minded it much.</p>";
}
