//! Breaking a whole paragraph into lines at once, after Knuth and Plass, "Breaking Paragraphs into Lines" (1981).
//!
//! The text is a row of boxes (what is printed), glue (spaces that give) and penalties (places where a break
//! costs something). Every way to break it has a cost, the sum of the demerits of its lines: a line is the
//! worse the more its spaces must give, and worse again for a hyphen, for two hyphens below one another and for
//! standing tight beside a loose one. The cheapest way is found by keeping, for each place where a line may end,
//! the best way to get there. Three passes are made, each only if the one before found nothing: without hyphens,
//! with hyphens, and with lines that may stretch beyond what is seemly.

use crate::pdf::layout::paper::Pt;

/// One thing in the row.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(in crate::pdf) enum Item {
    /// `hang` is how much of it may stand in the right margin if it ends a line; `stretch` and `shrink` are what
    /// its letters give.
    Box {
        width: Pt,
        hang: Pt,
        stretch: Pt,
        shrink: Pt,
    },
    Glue {
        width: Pt,
        stretch: Pt,
        shrink: Pt,
    },
    /// `hang` is how much of the line's end may stand in the margin if it ends here.
    Penalty {
        wider: Wider,
        hang: Pt,
        cost: Cost,
    },
}

/// How much wider a break inside a word makes the ends of the two lines: by the hyphen that it makes visible, by
/// the kerning that it undoes and the ligature that it takes apart.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub(in crate::pdf) struct Wider {
    pub before: Pt,
    pub after: Pt,
}

/// What a break at a penalty costs.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(in crate::pdf) enum Cost {
    /// The line must end here.
    Forced,
    /// The line may not end here.
    Forbidden,
    /// A break that needs no hyphen to be put in.
    Plain(f32),
    /// A break after a hyphen that is part of the text.
    AtHyphen(f32),
    /// A break inside a word, which is tried in the second pass first.
    InWord(f32),
    /// A break that is wrong in itself, and only better than a line that runs over: for the third pass. How wrong it
    /// is as a part of the worst.
    Desperate(f32),
}

/// A place where a line ends.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(in crate::pdf) struct Break {
    /// The place in the row.
    pub item: usize,
    /// How far the line's glue is stretched (1: as far as is seemly) or shrunk (−1: as far as it can be).
    pub ratio: f32,
    /// Whether the line runs over its measure.
    pub overfull: bool,
}

/// How lines are filled.
#[derive(Debug, Clone, Copy)]
pub(in crate::pdf) struct Filling {
    pub measure: Pt,
    /// What each line may fall short of the measure without cost: 0 for justified text.
    pub rag: Pt,
    /// What the third pass lets each line stretch besides.
    pub emergency: Pt,
}

/// The highest ratio that each pass lets stand.
const PASSES: [Pass; 3] = [
    Pass { hyphens: false, tolerance: 1.0, emergency: false },
    Pass { hyphens: true, tolerance: 1.7, emergency: false },
    Pass { hyphens: true, tolerance: f32::INFINITY, emergency: true },
];

/// A line looser than is seemly, besides what its looseness costs: rather a hyphen here or there.
const LOOSE: f64 = 8_000.0;
/// Two hyphens below one another; two is the most that are let stand, see [`MAX_HYPHENS_IN_A_ROW`].
const DOUBLE_HYPHEN: f64 = 12_000.0;
/// A hyphen at the end of the last line but one.
const LAST_HYPHEN: f64 = 8_000.0;
/// A tight line beside a loose one.
const UNEVEN: f64 = 4_000.0;
/// Three hyphens below one another, where nothing else keeps the line from running over.
const LADDER: f64 = 1e7;
/// A break where none should be.
const DESPERATE: f64 = 1e8;
/// A line that cannot be helped: wider than the measure.
const OVERFULL: f64 = 1e9;
/// No more lines than these may end in a hyphen one after another.
const MAX_HYPHENS_IN_A_ROW: u8 = 2;

struct Pass {
    hyphens: bool,
    tolerance: f32,
    emergency: bool,
}

/// The places where the lines of `items` end; the last is the end of the row, which has to be a forced break.
pub(in crate::pdf) fn break_lines(items: &[Item], filling: Filling) -> Vec<Break> {
    let sums = Sums::of(items);
    PASSES.iter().find_map(|pass| try_pass(items, &sums, filling, pass)).unwrap_or_default()
}

/// Widths of all items before each place.
struct Sums {
    totals: Vec<Totals>,
}

#[derive(Debug, Clone, Copy, Default)]
struct Totals {
    width: f64,
    stretch: f64,
    shrink: f64,
}

impl Sums {
    fn of(items: &[Item]) -> Self {
        let mut totals = Vec::with_capacity(items.len() + 1);
        let mut sum = Totals::default();
        totals.push(sum);
        for item in items {
            match *item {
                Item::Box { width, stretch, shrink, .. } | Item::Glue { width, stretch, shrink } => {
                    sum.width += f64::from(width);
                    sum.stretch += f64::from(stretch);
                    sum.shrink += f64::from(shrink);
                }
                Item::Penalty { .. } => {}
            }
            totals.push(sum);
        }
        Self { totals }
    }

    /// The totals at the first box after the break at `item`: glue after a break vanishes.
    fn after_break(&self, items: &[Item], item: usize) -> Totals {
        let mut at = item;
        while at < items.len() {
            match items[at] {
                Item::Box { .. } => break,
                Item::Penalty { cost: Cost::Forced, .. } if at > item => break,
                _ => at += 1,
            }
        }
        self.totals[at.min(items.len())]
    }
}

/// The best way to a place where a line may end.
#[derive(Debug, Clone)]
struct Node {
    item: usize,
    ratio: f32,
    overfull: bool,
    fitness: Fitness,
    hyphens: u8,
    totals: Totals,
    demerits: f64,
    from: Option<usize>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Fitness {
    Tight = 0,
    Fair = 1,
    Loose = 2,
    VeryLoose = 3,
}

impl Fitness {
    fn of(ratio: f32) -> Self {
        match ratio {
            r if r < -0.5 => Fitness::Tight,
            r if r <= 0.5 => Fitness::Fair,
            r if r <= 1.0 => Fitness::Loose,
            _ => Fitness::VeryLoose,
        }
    }
}

fn try_pass(items: &[Item], sums: &Sums, filling: Filling, pass: &Pass) -> Option<Vec<Break>> {
    let start = Node {
        item: 0,
        ratio: 0.0,
        overfull: false,
        fitness: Fitness::Fair,
        hyphens: 0,
        totals: Totals::default(),
        demerits: 0.0,
        from: None,
    };
    let mut nodes = vec![start];
    let mut active = vec![0usize];
    let extra = filling.rag + if pass.emergency { filling.emergency } else { 0.0 };

    for (at, item) in items.iter().enumerate() {
        let (wider, hang, cost) = match *item {
            Item::Box { .. } => continue,
            Item::Glue { .. } => match at.checked_sub(1).map(|before| items[before]) {
                Some(Item::Box { hang, .. }) => (Wider::default(), hang, Cost::Plain(0.0)),
                _ => continue,
            },
            Item::Penalty { cost: Cost::Forbidden, .. } => continue,
            Item::Penalty { cost: Cost::InWord(_), .. } if !pass.hyphens => continue,
            Item::Penalty { cost: Cost::Desperate(_), .. } if !pass.emergency => continue,
            Item::Penalty { wider, hang, cost } => (wider, hang, cost),
        };
        let forced = cost == Cost::Forced;
        let last = at + 1 == items.len();
        let hyphenated = matches!(cost, Cost::InWord(_) | Cost::AtHyphen(_));
        let before = sums.totals[at];
        // A way that is dearer up to here may be the cheaper one later if it comes with fewer hyphens or another fitness.
        let mut best: [[Option<Node>; 4]; MAX_HYPHENS_IN_A_ROW as usize + 1] = Default::default();
        let mut dropped = None;

        active.retain(|&index| {
            let node = &nodes[index];
            let width = (before.width - node.totals.width) as f32 + wider.before - hang;
            let stretch = (before.stretch - node.totals.stretch) as f32 + extra;
            let shrink = (before.shrink - node.totals.shrink) as f32;
            let ratio = ratio(filling.measure - width, stretch, shrink);
            let overfull = ratio < -1.0;
            let too_loose = ratio > pass.tolerance;
            let ladder = hyphenated && node.hyphens >= MAX_HYPHENS_IN_A_ROW;
            if !overfull && !too_loose && (!ladder || pass.emergency) {
                let mut demerits = node.demerits + line_demerits(ratio, cost);
                if ladder {
                    demerits += LADDER;
                }
                if hyphenated && node.hyphens > 0 {
                    demerits += DOUBLE_HYPHEN * f64::from(node.hyphens);
                }
                if last && node.hyphens > 0 {
                    demerits += LAST_HYPHEN;
                }
                let fitness = Fitness::of(ratio);
                if (fitness as i8 - node.fitness as i8).abs() > 1 {
                    demerits += UNEVEN;
                }
                let hyphens = if hyphenated { (node.hyphens + 1).min(MAX_HYPHENS_IN_A_ROW) } else { 0 };
                let slot = &mut best[usize::from(hyphens)][fitness as usize];
                if slot.as_ref().is_none_or(|known| demerits < known.demerits) {
                    let totals = Totals::default();
                    *slot =
                        Some(Node { item: at, ratio, overfull, fitness, hyphens, totals, demerits, from: Some(index) });
                }
            }
            if overfull {
                dropped = Some(index);
            }
            !overfull && !forced
        });

        if best.iter().flatten().all(Option::is_none) && active.is_empty() {
            if !pass.emergency {
                return None;
            }
            // Nothing fits: the line is let run over, and stands out in the statistics.
            let from = dropped.or(nodes.len().checked_sub(1))?;
            let demerits = nodes[from].demerits + OVERFULL;
            let fitness = Fitness::Tight;
            let totals = Totals::default();
            let node =
                Node { item: at, ratio: -1.0, overfull: true, fitness, hyphens: 0, totals, demerits, from: Some(from) };
            best[0][Fitness::Tight as usize] = Some(node);
        }
        if best.iter().flatten().any(Option::is_some) {
            let mut totals = sums.after_break(items, at);
            totals.width -= f64::from(wider.after);
            for node in best.into_iter().flatten().flatten() {
                active.push(nodes.len());
                nodes.push(Node { totals, ..node });
            }
        }
    }

    let best = active.into_iter().filter(|&index| nodes[index].item + 1 == items.len());
    let mut index = best.min_by(|&a, &b| nodes[a].demerits.total_cmp(&nodes[b].demerits))?;
    let mut breaks = Vec::new();
    while let Some(from) = nodes[index].from {
        let Node { item, ratio, overfull, .. } = nodes[index];
        breaks.push(Break { item, ratio, overfull });
        index = from;
    }
    breaks.reverse();
    Some(breaks)
}

/// How far the glue has to give for the line to be filled.
fn ratio(missing: f32, stretch: f32, shrink: f32) -> f32 {
    if missing.abs() < 0.01 {
        0.0
    } else if missing > 0.0 {
        if stretch > 0.0 { missing / stretch } else { f32::MAX }
    } else if shrink > 0.0 {
        missing / shrink
    } else {
        f32::MIN
    }
}

fn line_demerits(ratio: f32, cost: Cost) -> f64 {
    let badness = 100.0 * f64::from(ratio.abs().min(50.0)).powi(3);
    let loose = if ratio > 1.0 { LOOSE } else { 0.0 };
    let line = (10.0 + badness).powi(2) + loose;
    match cost {
        Cost::Plain(penalty) | Cost::AtHyphen(penalty) | Cost::InWord(penalty) => line + f64::from(penalty).powi(2),
        Cost::Desperate(part) => line + f64::from(part) * DESPERATE,
        Cost::Forced | Cost::Forbidden => line,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const WHOLE: Wider = Wider { before: 0.0, after: 0.0 };
    const FINISH: [Item; 3] = [
        Item::Penalty { wider: WHOLE, hang: 0.0, cost: Cost::Forbidden },
        Item::Glue { width: 0.0, stretch: 1e6, shrink: 0.0 },
        Item::Penalty { wider: WHOLE, hang: 0.0, cost: Cost::Forced },
    ];

    fn row(words: &[f32]) -> Vec<Item> {
        let mut items = Vec::new();
        for (place, width) in words.iter().enumerate() {
            if place > 0 {
                items.push(Item::Glue { width: 3.0, stretch: 1.5, shrink: 1.0 });
            }
            items.push(Item::Box { width: *width, hang: 0.0, stretch: 0.0, shrink: 0.0 });
        }
        items.extend(FINISH);
        items
    }

    fn filling(measure: f32) -> Filling {
        Filling { measure, rag: 0.0, emergency: 30.0 }
    }

    #[test]
    fn a_short_text_is_one_line() {
        let items = row(&[10.0, 12.0]);
        let breaks = break_lines(&items, filling(100.0));
        assert_eq!(breaks.iter().map(|b| b.item).collect::<Vec<_>>(), [items.len() - 1]);
    }

    #[test]
    fn looking_ahead_spares_a_later_line() {
        // Greedy filling would put four words on the first line and leave the second one very loose.
        let items = row(&[22.0, 22.0, 22.0, 22.0, 60.0, 34.0, 40.0]);
        let breaks = break_lines(&items, filling(100.0));
        assert!(breaks.iter().all(|b| b.ratio <= 6.0), "{breaks:?}");
        assert_eq!(breaks.last().unwrap().item, items.len() - 1);
    }

    #[test]
    fn a_word_wider_than_the_measure_still_ends_in_a_line() {
        let breaks = break_lines(&row(&[10.0, 300.0, 10.0]), filling(100.0));
        assert!(breaks.len() >= 2, "{breaks:?}");
    }

    proptest! {
        #[test]
        fn every_row_is_broken_to_its_end(words in proptest::collection::vec(1.0f32..130.0, 1..60)) {
            let items = row(&words);
            let breaks = break_lines(&items, filling(100.0));
            prop_assert_eq!(breaks.last().map(|b| b.item), Some(items.len() - 1));
            prop_assert!(breaks.windows(2).all(|pair| pair[0].item < pair[1].item));
        }
    }
}
