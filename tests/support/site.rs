//! A site whose one page shows eight pictures, most of which do not come as they should.

use super::server::{Asked, Reply, Server};
use std::sync::OnceLock;
use std::thread;
use std::time::Duration;

static PAGE: &str = include_str!("../fixtures/served/faults.html");
static LANTERN: &[u8] = include_bytes!("../fixtures/served/lantern.jpg");

/// Starts the site; its page is at `/lanterns`.
pub(crate) fn faulty_site() -> Server {
    let base = std::sync::Arc::new(OnceLock::new());
    let told = std::sync::Arc::clone(&base);
    let server = Server::start(move |asked| reply(asked, told.get().map_or("", String::as_str)));
    // A request can come only once the caller knows the address, and by then it is told.
    let address = server.url("").to_string();
    base.set(address.trim_end_matches('/').to_owned()).unwrap();
    server
}

fn reply(asked: &Asked, base: &str) -> Reply {
    match asked.path.as_str() {
        "/lanterns" => Reply::ok(PAGE.replace("{base}", base)).with("Content-Type", "text/html; charset=utf-8"),
        "/good.jpg" | "/next-door.jpg" => lantern(),
        "/second-try.jpg" if asked.time == 1 => Reply::status(500),
        "/second-try.jpg" => lantern(),
        "/truncated.jpg" => Reply::CutShort(LANTERN.to_vec()),
        "/page.jpg" => {
            Reply::ok("<!DOCTYPE html><title>A turnip</title><p>A turnip.").with("Content-Type", "image/jpeg")
        }
        "/moved.jpg" => Reply::status(302).with("Location", format!("{base}/next-door.jpg")),
        "/loop.jpg" => Reply::status(302).with("Location", format!("{base}/round.jpg")),
        "/round.jpg" => Reply::status(302).with("Location", format!("{base}/loop.jpg")),
        "/slow.jpg" => {
            thread::sleep(Duration::from_millis(700));
            lantern()
        }
        _ => Reply::status(404),
    }
}

fn lantern() -> Reply {
    Reply::ok(LANTERN).with("Content-Type", "image/jpeg")
}
