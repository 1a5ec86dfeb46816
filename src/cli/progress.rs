//! Shows how far the line has come, on a terminal and nowhere else, and tells at once of a book that cannot be written.

use crate::Event;
use crate::recipe::Format;
use indicatif::{HumanBytes, ProgressBar, ProgressDrawTarget, ProgressStyle};
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

/// One line on standard error that changes as the work goes on.
pub struct Progress {
    bar: ProgressBar,
    bytes: AtomicU64,
}

impl Progress {
    /// A line that stays away when standard error is not a terminal.
    pub fn on_terminal() -> Self {
        let bar = ProgressBar::with_draw_target(None, ProgressDrawTarget::stderr());
        bar.enable_steady_tick(Duration::from_millis(120));
        Self { bar, bytes: AtomicU64::new(0) }
    }

    /// Takes notice of what happened.
    pub fn show(&self, event: Event) {
        match event {
            Event::Articles(number) => self.begin(number, "{spinner} articles cleaned: {pos} of {len} {wide_bar}"),
            Event::Pictures(number) => {
                self.begin(number, "{spinner} pictures fetched: {pos} of {len}, {msg} {wide_bar}")
            }
            Event::ArticleDone => self.bar.inc(1),
            Event::PictureDone(bytes) => {
                let bytes = self.bytes.fetch_add(bytes, Ordering::Relaxed) + bytes;
                self.bar.set_message(HumanBytes(bytes).to_string());
                self.bar.inc(1);
            }
            Event::Writing(Format::Epub) => self.begin(0, "{spinner} writing the EPUB"),
            Event::Writing(Format::Pdf) => self.begin(0, "{spinner} setting the pages"),
            Event::BookFailed(why) => self.bar.suspend(|| eprintln!("bindery: {why}")),
        }
    }

    fn begin(&self, length: u64, template: &str) {
        if let Ok(style) = ProgressStyle::with_template(template) {
            self.bar.set_style(style);
        }
        self.bar.set_length(length);
        self.bar.set_position(0);
    }

    /// Takes the line away.
    pub fn done(&self) {
        self.bar.finish_and_clear();
    }
}
