//! All pictures of an issue, many at once.

use super::open::{self, OpenError};
use super::prepare::{Original, Prepared};
use super::unusable::Unusable;
use super::{Missing, Picture, PictureSource, Pictures, Wanted};
use crate::article::Address;
use crate::fetch::Fetcher;
use crate::fonts::Fonts;
use crate::parallel;
use rayon::{ThreadPool, ThreadPoolBuilder};
use std::collections::BTreeSet;
use std::panic::{self, AssertUnwindSafe};

/// How many pictures are under way at once. Most of them wait for the network, and the others for the [`DecodePool`].
const UNDER_WAY: usize = 16;

/// The stack of a thread that decodes: drawings may nest deeper than the usual two megabytes hold.
const STACK: usize = 16 << 20;

/// Gets every picture and makes it ready for each wanted target; the lettering of drawings is set in `fonts`.
///
/// A source that is named twice is got once. `progress` is called as each source is done, from any thread and in any
/// order, with the bytes that came for it; the result does not depend on that order.
pub fn gather(
    sources: &[&PictureSource],
    fetcher: &Fetcher,
    fonts: &Fonts,
    wanted: &Wanted,
    progress: &(dyn Fn(&PictureSource, u64) + Sync),
) -> Pictures {
    let mut seen = BTreeSet::new();
    let sources: Vec<&PictureSource> = sources.iter().copied().filter(|source| seen.insert(*source)).collect();
    let pool = DecodePool::new();
    let outcomes = parallel::waiting(&sources, UNDER_WAY, |source| {
        let (outcome, bytes) = get(source, fetcher, fonts, wanted, &pool);
        progress(source, bytes);
        outcome
    });
    let mut pictures = Pictures::default();
    for (source, outcome) in sources.into_iter().zip(outcomes) {
        pictures.insert(source.clone(), outcome);
    }
    pictures
}

/// One picture from the first of its places that gives one, and how many bytes came on the way.
fn get(
    source: &PictureSource,
    fetcher: &Fetcher,
    fonts: &Fonts,
    wanted: &Wanted,
    pool: &DecodePool,
) -> (Result<Picture, Missing>, u64) {
    let mut job = PictureJob { source, fetcher, fonts, wanted, pool, came: 0 };
    let outcome = job.run();
    (outcome, job.came)
}

/// The way to one picture.
struct PictureJob<'a> {
    source: &'a PictureSource,
    fetcher: &'a Fetcher,
    fonts: &'a Fonts,
    wanted: &'a Wanted,
    pool: &'a DecodePool,
    /// The bytes that came so far.
    came: u64,
}

impl PictureJob<'_> {
    fn run(&mut self) -> Result<Picture, Missing> {
        let mut reasons = Vec::new();
        for address in self.source.candidates() {
            let bytes = match open::open(address, self.fetcher) {
                Ok(bytes) => bytes,
                Err(not_opened) => {
                    reasons.push(Reason::not_opened(not_opened));
                    continue;
                }
            };
            self.came += bytes.len() as u64;
            match self.made_of(bytes, address) {
                Ok(picture) => return Ok(picture),
                Err(unusable) => reasons.push(Reason::unusable(unusable, &address.to_string())),
            }
        }
        // Nothing of what the page offers is there.
        self.larger(None).ok_or_else(|| most_telling(reasons))
    }

    /// The picture of the bytes from `address`, or of a larger version of it.
    fn made_of(&mut self, bytes: Vec<u8>, address: &Address) -> Result<Picture, Unusable> {
        // A file saved with the page is what the reader chose to keep.
        let may_be_larger = matches!(address, Address::Web(_)) && !self.source.larger().is_empty();
        let (wanted, fonts) = (self.wanted, self.fonts);
        let made = self.pool.make(|| {
            let original = Original::read(bytes, fonts)?;
            match may_be_larger && original.leaves_room(wanted) {
                true => Ok(Made::Small(original)),
                false => original.prepare(wanted).map(Made::Ready),
            }
        })?;
        let prepared = match made {
            Made::Ready(prepared) => prepared,
            Made::Small(offered) => match self.larger(Some(&offered)) {
                Some(larger) => return Ok(larger),
                None => self.pool.make(|| offered.prepare(wanted))?,
            },
        };
        Ok(prepared.into_picture(address.to_string()))
    }

    /// The picture from a place that the page does not name: larger than what the page offers, if that came.
    fn larger(&mut self, offered: Option<&Original>) -> Option<Picture> {
        let (source, fonts) = (self.source, self.fonts);
        source.larger().iter().find_map(|url| {
            let bytes = open::try_get(url, self.fetcher)?;
            self.came += bytes.len() as u64;
            let made = self.pool.make(|| {
                let larger = Original::read(bytes, fonts)?;
                let larger = match offered {
                    None => larger,
                    Some(offered) if larger.enlarges(offered) => larger.credited_or_as(offered),
                    Some(_) => return Ok(None),
                };
                larger.prepare(self.wanted).map(Some)
            });
            Some(made.ok().flatten()?.into_picture(url.to_string()))
        })
    }
}

/// What was made of the bytes that a page offers.
enum Made {
    Ready(Prepared),
    /// A book could show a larger version.
    Small(Original),
}

/// The threads on which pictures are decoded, as many as the computer has processors: a decoded picture takes a
/// hundred times the memory of its file, and more at once would not be done sooner.
struct DecodePool {
    /// `None` where the system gives no threads; then each picture is decoded where it came in.
    benches: Option<ThreadPool>,
}

impl DecodePool {
    fn new() -> Self {
        let benches = ThreadPoolBuilder::new().thread_name(|_| "decoding".to_owned()).stack_size(STACK).build();
        Self { benches: benches.ok() }
    }

    /// Waits until the work is done.
    fn make<T: Send>(&self, work: impl FnOnce() -> Result<T, Unusable> + Send) -> Result<T, Unusable> {
        // The decoders are other people's work on other people's files: one that panics costs one picture.
        let work = || panic::catch_unwind(AssertUnwindSafe(work));
        let made = match &self.benches {
            Some(benches) => benches.install(work),
            None => work(),
        };
        made.unwrap_or_else(|_| Err(Unusable::Undecodable("it is put together wrongly".to_owned())))
    }
}

/// Why one place gave no picture.
struct Reason {
    weight: Weight,
    why: String,
}

/// How much a reason tells a reader who misses the picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Weight {
    /// Only a stand-in was found, as pages put in the place of a picture until it is loaded.
    StandIn,
    /// A file that is not beside the page: few pages are saved with all their files.
    NoFile,
    /// The picture's own place was asked, and something was wrong with it.
    Told,
}

impl Reason {
    fn not_opened(error: OpenError) -> Self {
        let weight = if matches!(error, OpenError::NoFile(_)) { Weight::NoFile } else { Weight::Told };
        Self { weight, why: error.to_string() }
    }

    fn unusable(unusable: Unusable, from: &str) -> Self {
        let weight = if matches!(unusable, Unusable::StandIn { .. }) { Weight::StandIn } else { Weight::Told };
        Self { weight, why: format!("cannot use {from}: {unusable}") }
    }
}

/// The first of the weightiest reasons: the places stand with the best first.
fn most_telling(reasons: Vec<Reason>) -> Missing {
    let best = reasons.into_iter().reduce(|best, next| if next.weight > best.weight { next } else { best });
    Missing { why: best.map(|reason| reason.why).unwrap_or_default() }
}
