//! The line in two parts, as a program uses them that wants to look at the issue before it is written.

use bindery::fetch::FetchRules;
use bindery::recipe::{Format, Output, Outputs, Recipe};
use bindery::source::Input;
use std::fs;
use std::path::Path;

fn recipe(folder: &Path) -> Recipe {
    Recipe::new(jiff::civil::date(2026, 11, 21))
        .input(Input::named("examples/articles"))
        .title("The Saturday Read")
        .outputs(Outputs::Named(vec![Output { path: folder.join("saturday.epub"), format: Format::Epub }]))
        .fetch(FetchRules { offline: true, ..FetchRules::default() })
}

#[test]
fn an_issue_is_assembled_without_a_book_and_written_as_if_it_had_been_bound_at_once() {
    let (parts, whole) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let recipe_of_parts = recipe(parts.path());
    let assembled = bindery::assemble(&recipe_of_parts, &|_| ());
    assert_eq!(fs::read_dir(parts.path()).unwrap().count(), 0, "assembling has written something");
    assert!(assembled.report.books.is_empty());
    assert_eq!(assembled.report.title.as_deref(), Some("The Saturday Read"));
    let issue = assembled.issue.unwrap();
    assert_eq!(issue.articles.len(), assembled.report.articles.len());

    let books = bindery::write(&recipe_of_parts, issue, &|_| ());
    let bound = bindery::bind(&recipe(whole.path()), &|_| ());
    assert_eq!(books.len(), 1);
    assert_eq!(books[0].status, bound.books[0].status);
    let book = |folder: &Path| fs::read(folder.join("saturday.epub")).unwrap();
    assert!(book(parts.path()) == book(whole.path()), "the books differ");
}

#[test]
fn without_an_article_there_is_no_issue_and_the_report_says_why() {
    let folder = tempfile::tempdir().unwrap();
    let recipe = Recipe::new(jiff::civil::date(2026, 11, 21)).input(Input::File(folder.path().join("gone.html")));
    let assembled = bindery::assemble(&recipe, &|_| ());
    assert!(assembled.issue.is_none());
    assert_eq!(assembled.report.articles.len(), 1);
}
