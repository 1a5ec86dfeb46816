//! Shows how far the line has come, on a terminal and nowhere else, and tells at once of a book that cannot be written.

use crate::Event;
use crate::recipe::Format;
use indicatif::{HumanBytes, ProgressBar, ProgressDrawTarget, ProgressStyle};
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

/// One line on standard error that changes as the work goes on.
pub(super) struct Progress {
    bar: ProgressBar,
    bytes: AtomicU64,
}

impl Progress {
    /// A line that stays away when standard error is not a terminal.
    pub(super) fn on_terminal() -> Self {
        let progress = Self::on(ProgressDrawTarget::stderr());
        progress.bar.enable_steady_tick(Duration::from_millis(120));
        progress
    }

    fn on(target: ProgressDrawTarget) -> Self {
        Self { bar: ProgressBar::with_draw_target(None, target), bytes: AtomicU64::new(0) }
    }

    /// Takes notice of what happened.
    pub(super) fn show(&self, event: Event) {
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

    /// Begins a stage. The line may be drawn at any time, and shows no numbers while those of the stage before are there:
    /// eleven pictures of which 407 are fetched, because 407 articles were cleaned.
    fn begin(&self, length: u64, template: &str) {
        self.bar.set_style(ProgressStyle::default_spinner());
        self.bar.set_position(0);
        self.bar.set_length(length);
        if let Ok(style) = ProgressStyle::with_template(template) {
            self.bar.set_style(style);
        }
    }

    /// Takes the line away.
    pub(super) fn done(&self) {
        self.bar.finish_and_clear();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use indicatif::TermLike;
    use std::io;
    use std::sync::{Arc, Mutex};

    /// A terminal that keeps all that was ever shown on it.
    #[derive(Debug, Default, Clone)]
    struct Paper(Arc<Mutex<String>>);

    impl TermLike for Paper {
        fn width(&self) -> u16 {
            80
        }
        fn move_cursor_up(&self, _: usize) -> io::Result<()> {
            Ok(())
        }
        fn move_cursor_down(&self, _: usize) -> io::Result<()> {
            Ok(())
        }
        fn move_cursor_right(&self, _: usize) -> io::Result<()> {
            Ok(())
        }
        fn move_cursor_left(&self, _: usize) -> io::Result<()> {
            Ok(())
        }
        fn write_line(&self, words: &str) -> io::Result<()> {
            self.write_str(words)
        }
        fn write_str(&self, words: &str) -> io::Result<()> {
            *self.0.lock().unwrap() += words;
            Ok(())
        }
        fn clear_line(&self) -> io::Result<()> {
            self.write_str("\n")
        }
        fn flush(&self) -> io::Result<()> {
            Ok(())
        }
    }

    #[test]
    fn no_stage_is_shown_with_the_numbers_of_the_one_before() {
        let paper = Paper::default();
        let progress = Progress::on(ProgressDrawTarget::term_like(Box::new(paper.clone())));
        progress.show(Event::Articles(407));
        (0..407).for_each(|_| progress.show(Event::ArticleDone));
        progress.show(Event::Pictures(11));
        (0..11).for_each(|_| progress.show(Event::PictureDone(1000)));
        progress.show(Event::Writing(Format::Epub));
        progress.done();
        let shown = paper.0.lock().unwrap();
        for line in shown.lines() {
            let (articles, pictures) = (line.contains("articles cleaned"), line.contains("pictures fetched"));
            assert!(!articles || line.contains("of 407 "), "{line}");
            assert!(!pictures || line.contains("of 11, ") && !line.contains("407"), "{line}");
        }
        assert!(shown.contains("pictures fetched: 10 of 11, "), "{shown}");
    }
}
