//! The whole line, from the inputs of a recipe to the finished books.

mod books;
mod parts;
mod reading;

use crate::article::Article;
use crate::fetch::Fetcher;
use crate::issue::{Issue, doubles};
use crate::pdf::Paper;
use crate::pictures::{self, Bounds, Pictures, Px, Target, Wanted, cover};
use crate::recipe::{Format, Images, Recipe};
use crate::report::{ArticleReport, BookReport, Fate, PictureFate, PictureReport, Report, in_seconds};
use books::Planned;
use reading::Reading;
use std::panic::{self, AssertUnwindSafe};
use std::time::Instant;

/// The largest picture for a screen, in pixels: the long side of most e-readers, and enough for a tablet.
const SCREEN: Bounds = Bounds { width: 1600, height: 1600 };

/// How many pixels to the inch a picture has that fills the paper: what offset printers ask for at least,
/// and more than the eye resolves at reading distance once margins make the picture smaller.
const PRINT_RESOLUTION: f64 = 220.0;

/// What is happening, for whoever watches.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Event {
    /// So many articles are to be read and cleaned.
    Articles(u64),
    /// One of them is done.
    ArticleDone,
    /// So many pictures are to be fetched.
    Pictures(u64),
    /// One of them is done, having cost so many bytes.
    PictureDone(u64),
    /// A book is being written.
    Writing(Format),
    /// A book cannot be written, and why, as a sentence. It is told as soon as it is known: of a folder that is not there
    /// before anything is read.
    BookFailed(String),
}

/// Binds the issue that `recipe` describes and writes its books.
///
/// Nothing that goes wrong is lost and nothing stops the line but the want of any article: the report says
/// what became of every input, picture and book. `watch` is called from several threads.
///
/// Where the books go is looked at first. If none can be written, nothing is read or fetched.
pub fn bind(recipe: &Recipe, watch: &(dyn Fn(Event) + Sync)) -> Report {
    let started = Instant::now();
    let planned = books::plan(recipe, watch);
    if planned.iter().all(Result::is_err) {
        let books = planned.into_iter().filter_map(Result::err).collect();
        return Report { books, seconds: in_seconds(started.elapsed()), ..Report::default() };
    }
    let fetcher = Fetcher::new(recipe.fetch.clone());
    watch(Event::Articles(recipe.inputs.len() as u64));
    let readings = reading::read(recipe, &fetcher, watch);
    let (mut reports, mut articles) = bring_together(recipe, readings);
    let pictures = gather_pictures(recipe, &articles, &fetcher, watch);
    pictures.complete_credits(&mut articles);
    if recipe.images == Images::Credited {
        articles.iter_mut().for_each(|article| article.retain_figures(&|figure| figure.credit.is_some()));
    }
    tell_of_pictures(&mut reports, &articles, &pictures);
    let mut report = Report { title: None, articles: reports, books: Vec::new(), seconds: 0.0 };
    if !articles.is_empty() {
        let language = recipe.language.of_issue(&articles);
        let issue = Issue::assemble_in(language, recipe.title.as_deref(), recipe.date, articles, pictures);
        report.title = Some(issue.title.clone());
        report.books = write_books(recipe, issue, planned, watch);
    }
    report.seconds = in_seconds(started.elapsed());
    report
}

/// The articles of the issue in the order of the inputs, doubles left out, and a report for every input.
fn bring_together(recipe: &Recipe, readings: Vec<Reading>) -> (Vec<ArticleReport>, Vec<Article>) {
    let doubles = doubles(readings.iter().map(Reading::article));
    let mut reports = Vec::new();
    let mut articles = Vec::new();
    for ((input, reading), double) in recipe.inputs.iter().zip(readings).zip(doubles) {
        let article = reading.article();
        let mut report = ArticleReport {
            source: input.to_string(),
            headline: article.map(|article| article.headline.clone()),
            words: article.map_or(0, Article::words),
            not_an_article: None,
            missing: None,
            fate: Fate::Bound,
            pictures: Vec::new(),
        };
        match (reading, double) {
            (Reading::Failed(why), _) => report.fate = Fate::Failed { why },
            (Reading::Part { of }, _) => report.fate = Fate::Joined { to: recipe.inputs[of].to_string() },
            (Reading::Article(_), Some(first)) => {
                report.fate = Fate::Double { of: recipe.inputs[first].to_string() };
            }
            (Reading::Article(found), None) => {
                report.not_an_article = found.verdict;
                report.missing = found.missing();
                articles.push(found.article);
            }
        }
        reports.push(report);
    }
    (reports, articles)
}

fn gather_pictures(
    recipe: &Recipe,
    articles: &[Article],
    fetcher: &Fetcher,
    watch: &(dyn Fn(Event) + Sync),
) -> Pictures {
    let mut sources: Vec<_> = articles.iter().flat_map(Article::figures).map(|figure| &figure.picture).collect();
    sources.sort();
    sources.dedup();
    watch(Event::Pictures(sources.len() as u64));
    let wanted = Wanted {
        screen: recipe.outputs.want(Format::Epub).then_some(SCREEN),
        print: recipe.outputs.want(Format::Pdf).then(|| print_bounds(recipe.pdf.paper())),
    };
    pictures::gather(&sources, fetcher, &wanted, &|_, bytes| watch(Event::PictureDone(bytes)))
}

fn print_bounds(paper: Paper) -> Bounds {
    let pixels = |length: f64| (length / 72.0 * PRINT_RESOLUTION).round() as Px;
    Bounds { width: pixels(paper.width().into()), height: pixels(paper.height().into()) }
}

/// Adds to the reports of the bound articles what became of their pictures.
fn tell_of_pictures(reports: &mut [ArticleReport], articles: &[Article], pictures: &Pictures) {
    let bound = reports.iter_mut().filter(|report| report.fate == Fate::Bound);
    for (report, article) in bound.zip(articles) {
        report.pictures.extend(article.figures().into_iter().map(|figure| PictureReport {
            address: figure.picture.published().to_string(),
            credit: figure.credit.as_ref().map(|credit| credit.text.clone()),
            rights: figure.credit.clone(),
            fate: match pictures.outcome(&figure.picture) {
                Some(Ok(picture)) => PictureFate::Got { from: picture.from.clone() },
                Some(Err(missing)) => PictureFate::Missing { why: missing.why.clone() },
                None => PictureFate::Missing { why: "it was not asked for".to_owned() },
            },
        }));
    }
}

fn write_books(
    recipe: &Recipe,
    mut issue: Issue,
    planned: Vec<Result<Planned, BookReport>>,
    watch: &(dyn Fn(Event) + Sync),
) -> Vec<BookReport> {
    let mut warnings = Vec::new();
    if recipe.outputs.want(Format::Epub) {
        let lead = issue.lead_picture().and_then(|source| issue.pictures.rendition(source, Target::Screen));
        match cover::draw(&issue.cover_words(), lead.map(AsRef::as_ref)) {
            Ok(cover) => issue.cover = Some(cover),
            Err(error) => warnings.push(format!("the book has no cover: {error}")),
        }
    }
    books::write(recipe, &issue, &warnings, planned, watch)
}

/// Does a piece of work whose failure, even by a fault of this program, may cost no more than itself.
fn unless_broken<T>(work: impl FnOnce() -> Result<T, String>) -> Result<T, String> {
    let broken = "it meets a fault in Bindery; please report it, with the page";
    panic::catch_unwind(AssertUnwindSafe(work)).unwrap_or_else(|_| Err(broken.to_owned()))
}
