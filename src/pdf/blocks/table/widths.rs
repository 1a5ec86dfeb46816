//! The widths of a table's columns.

use super::grid::{TableGrid, is_number};
use super::rows::cell_style;
use crate::pdf::blocks::Composer;
use crate::pdf::layout::paper::Pt;
use crate::pdf::layout::style::TextStyle;
use crate::pdf::setting::text::Text;

/// A word wider than this part of the table may be broken, as an address must be.
const MAX_WORD_SHARE: f32 = 0.35;

impl Composer<'_, '_> {
    /// For each column the width of its longest word, and that of its longest cell. A very long word may be
    /// broken, but never a number.
    pub(super) fn column_widths(&mut self, grid: &TableGrid, style: TextStyle, measure: Pt) -> (Vec<Pt>, Vec<Pt>) {
        let mut narrowest = vec![8.0_f32; grid.columns];
        let mut widest = vec![8.0_f32; grid.columns];
        for row in &grid.rows {
            for placed in &row.cells {
                let cell = placed.cell;
                let style = cell_style(cell, row.is_head, style);
                let words = crate::article::plain_text(&cell.content);
                let whole = words.lines().map(|line| self.measured(line, style)).fold(0.0, f32::max);
                let word = words.split_whitespace().map(|word| self.measured(word, style)).fold(0.0, f32::max);
                let whole_number = grid.numeric[placed.column] || is_number(cell);
                let word = if whole_number { whole } else { word.min(measure * MAX_WORD_SHARE) };
                // What covers several columns asks each of them for its share.
                let share = 1.0 / placed.columns as f32;
                for column in placed.across() {
                    narrowest[column] = narrowest[column].max(word * share + 0.5);
                    widest[column] = widest[column].max(whole * share + 0.5);
                }
            }
        }
        (narrowest, widest)
    }

    fn measured(&mut self, words: &str, style: TextStyle) -> Pt {
        self.setter.width(&Text::plain(words, style))
    }
}

/// Shares `room` out: all get what their longest word needs, and the rest goes to those who ask for most.
pub(super) fn share(narrowest: &[Pt], widest: &[Pt], room: Pt) -> Vec<Pt> {
    let least: Pt = narrowest.iter().sum();
    let most: Pt = widest.iter().sum();
    if least >= room {
        return narrowest.iter().map(|width| width * room / least).collect();
    }
    if most <= room {
        // Room to spare is shared out evenly, so that the table fills the measure.
        let spare = (room - most) / widest.len() as f32;
        return widest.iter().map(|width| width + spare).collect();
    }
    let wishes = narrowest.iter().zip(widest).map(|(least, most)| (most - least).max(0.0));
    let all: Pt = wishes.clone().sum();
    narrowest.iter().zip(wishes).map(|(width, wish)| width + (room - least) * wish / all).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_columns_fill_the_measure_and_none_is_narrower_than_its_longest_word() {
        let widths = share(&[20.0, 30.0], &[40.0, 300.0], 200.0);
        assert!((widths.iter().sum::<f32>() - 200.0).abs() < 0.1, "{widths:?}");
        assert!(widths[0] >= 20.0 && widths[1] >= 30.0);
    }
}
