//! The books of a run, from the places looked at before the work to the files that are in them.

use super::{Event, unless_broken};
use crate::fonts::Fonts;
use crate::issue::Issue;
use crate::output::{Destination, Draft, OutputError, put_in_place};
use crate::recipe::{Existing, Format, Output, Recipe};
use crate::report::{BookReport, BookStatus};
use crate::{epub, pdf};
use rayon::prelude::*;

/// A book that can be written where it is to be.
#[derive(Debug)]
pub(super) struct Planned {
    output: Output,
    destination: Destination,
}

/// What a reader of each book will miss, as sentences, beside what shows when its pages are set.
pub(super) struct Shortcomings {
    pub of_epub: Vec<String>,
    pub of_pdf: Vec<String>,
}

/// Looks at the places of all books that are asked for. A book that cannot be written has its report at once.
pub(super) fn plan(recipe: &Recipe, watch: &(dyn Fn(Event) + Sync)) -> Vec<Result<Planned, BookReport>> {
    let outputs = recipe.outputs.named(recipe.title.as_deref(), recipe.date);
    let planned = outputs.into_iter().map(|output| match Destination::find(&output.path, recipe.outputs.existing()) {
        Ok(destination) => Ok(Planned { output, destination }),
        Err(error) => Err(failed(output, error.to_string(), watch)),
    });
    planned.collect()
}

/// Writes the books that can be written, and reports all.
///
/// The books are put in their places when all are whole.
pub(super) fn write(
    recipe: &Recipe,
    issue: &Issue,
    fonts: &Fonts,
    shortcomings: &Shortcomings,
    planned: Vec<Result<Planned, BookReport>>,
    watch: &(dyn Fn(Event) + Sync),
) -> Vec<BookReport> {
    let drafted = planned.into_par_iter().map(|planned| {
        let Planned { output, destination } = planned?;
        watch(Event::Writing(output.format));
        match unless_broken(|| {
            draft(recipe, issue, fonts, output.format, &destination).map_err(|error| error.to_string())
        }) {
            Ok((draft, printed)) => {
                let (pages, warnings) = match printed {
                    Some(printed) => (Some(printed.pages), [&printed.warnings[..], &shortcomings.of_pdf].concat()),
                    None => (None, shortcomings.of_epub.clone()),
                };
                let status = BookStatus::Written { bytes: draft.bytes, pages, warnings };
                Ok((BookReport { path: output.path, format: output.format, status }, draft))
            }
            Err(why) => Err(failed(output, why, watch)),
        }
    });
    put_all_in_place(drafted.collect(), recipe.outputs.existing(), watch)
}

/// Writes one book beside its place, and tells of its pages how they were printed.
fn draft(
    recipe: &Recipe,
    issue: &Issue,
    fonts: &Fonts,
    format: Format,
    destination: &Destination,
) -> Result<(Draft, Option<pdf::Printed>), OutputError> {
    match format {
        Format::Epub => destination.write(|file| epub::write(issue, file)).map(|((), draft)| (draft, None)),
        Format::Pdf => destination
            .write(|file| pdf::write(issue, &recipe.pdf, fonts, file))
            .map(|(printed, draft)| (draft, Some(printed))),
    }
}

/// Puts the books that are whole in their places. Their reports say which these are, for a name may have got a number.
fn put_all_in_place(
    drafted: Vec<Result<(BookReport, Draft), BookReport>>,
    existing: Existing,
    watch: &(dyn Fn(Event) + Sync),
) -> Vec<BookReport> {
    let (mut reports, mut whole, mut drafts) = (Vec::new(), Vec::new(), Vec::new());
    for book in drafted {
        let report = match book {
            Ok((report, draft)) => {
                whole.push(reports.len());
                drafts.push(draft);
                report
            }
            Err(report) => report,
        };
        reports.push(report);
    }
    for (at, place) in whole.into_iter().zip(put_in_place(drafts, existing)) {
        match place {
            Ok(path) => reports[at].path = path,
            Err(error) => {
                let BookReport { path, format, .. } = reports[at].clone();
                reports[at] = failed(Output { path, format }, error.to_string(), watch);
            }
        }
    }
    reports
}

fn failed(output: Output, why: String, watch: &(dyn Fn(Event) + Sync)) -> BookReport {
    watch(Event::BookFailed(why.clone()));
    BookReport { path: output.path, format: output.format, status: BookStatus::Failed { why } }
}
