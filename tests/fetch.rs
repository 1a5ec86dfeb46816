//! The door to the network, against a server that misbehaves.

#[path = "support/server.rs"]
mod server;

use bindery::fetch::{FetchRules, Fetcher};
use server::{Reply, Server};
use std::fs;
use std::io::Write;
use std::path::Path;
use std::thread;
use std::time::Duration;
use url::Url;

const LIMIT: u64 = 100_000;

/// A door that lets the test's own server through, and does not wait long.
fn rules() -> FetchRules {
    FetchRules { allow_private: true, timeout: Duration::from_secs(2), ..FetchRules::default() }
}

fn cached(folder: &Path) -> FetchRules {
    FetchRules { cache: Some(folder.to_owned()), ..rules() }
}

fn body(rules: FetchRules, url: &Url) -> String {
    String::from_utf8(Fetcher::new(rules).get(url, LIMIT).unwrap().body).unwrap()
}

fn error(rules: FetchRules, url: &Url) -> String {
    Fetcher::new(rules).get(url, LIMIT).unwrap_err().to_string()
}

#[test]
fn the_door_says_who_asks() {
    let server = Server::start(|_| Reply::ok("a page").with("Content-Type", "text/html; charset=utf-8"));
    let fetched = Fetcher::new(rules()).get(&server.url("/a#part"), LIMIT).unwrap();
    assert_eq!(fetched.body, b"a page");
    assert_eq!(fetched.content_type.as_deref(), Some("text/html; charset=utf-8"));
    let asked = &server.asked()[0];
    assert_eq!(asked.path, "/a");
    assert_eq!(asked.headers["user-agent"], concat!("bindery/", env!("CARGO_PKG_VERSION")));
    assert!(asked.headers["accept"].contains("image/jpeg") && !asked.headers["accept"].contains("avif"));
}

#[test]
fn a_name_and_password_in_an_address_are_neither_sent_nor_said() {
    let server = Server::start(|_| Reply::status(404));
    let mut url = server.url("/a");
    url.set_username("ada").unwrap();
    url.set_password(Some("secret")).unwrap();
    let said = error(rules(), &url);
    assert!(said.contains("/a") && !said.contains("ada") && !said.contains("secret"), "{said}");
    assert!(!server.asked()[0].headers.contains_key("authorization"));
}

#[test]
fn a_compressed_page_is_unpacked() {
    let mut packed = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
    packed.write_all("a page ".repeat(1000).as_bytes()).unwrap();
    let packed = packed.finish().unwrap();
    let server = Server::start(move |_| Reply::ok(packed.clone()).with("Content-Encoding", "gzip"));
    assert_eq!(body(rules(), &server.url("/")), "a page ".repeat(1000));
    assert!(server.asked()[0].headers["accept-encoding"].contains("gzip"));
}

#[test]
fn what_may_pass_is_tried_again() {
    let server = Server::start(|asked| match (asked.path.as_str(), asked.time) {
        ("/flaky", 1) => Reply::status(500),
        ("/busy", 1 | 2) => Reply::status(503).with("Retry-After", "0"),
        ("/cut", 1 | 2) => Reply::CutShort(b"all of it".to_vec()),
        ("/gone-away", 1) => Reply::HangUp,
        _ => Reply::ok("all of it"),
    });
    for path in ["/flaky", "/busy", "/cut", "/gone-away"] {
        assert_eq!(body(rules(), &server.url(path)), "all of it", "{path}");
    }
}

#[test]
fn what_will_not_pass_is_asked_once() {
    let server = Server::start(|asked| match asked.path.as_str() {
        "/later" => Reply::status(503).with("Retry-After", "86400"),
        path => Reply::status(path[1..].parse().unwrap()),
    });
    for path in ["/403", "/404", "/410", "/501", "/later"] {
        let error = error(rules(), &server.url(path));
        assert_eq!(server.times(path), 1, "{path}: {error}");
    }
    let error = error(rules(), &server.url("/404"));
    assert!(error.contains("/404: its host answered 404 Not Found; "), "{error}");
}

#[test]
fn a_guess_is_made_once_and_what_is_named_is_asked_for_all_the_same() {
    let server = Server::start(|asked| match asked.path.as_str() {
        "/busy" => Reply::status(503),
        "/stalls" | "/again" => Reply::Stall(vec![0; 1000]),
        _ => Reply::ok("a picture"),
    });
    let fetcher = Fetcher::new(FetchRules { timeout: Duration::from_millis(200), ..rules() });
    assert!(fetcher.try_get(&server.url("/busy"), LIMIT).is_none());
    assert_eq!(fetcher.try_get(&server.url("/there"), LIMIT).unwrap().body, b"a picture");
    assert!(fetcher.try_get(&server.url("/stalls"), LIMIT).is_none());
    assert!(fetcher.try_get(&server.url("/again"), LIMIT).is_none());
    let times = ["/busy", "/stalls", "/again"].map(|path| server.times(path));
    assert_eq!(times, [1, 1, 0], "nothing more is guessed at a host that lets one wait");
    assert_eq!(fetcher.get(&server.url("/named"), LIMIT).unwrap().body, b"a picture");
}

#[test]
fn a_body_that_is_always_cut_short_never_gets_through() {
    let server = Server::start(|_| Reply::CutShort(b"all of it".to_vec()));
    let error = error(rules(), &server.url("/a.jpg"));
    assert!(error.contains("broke off") && error.contains("tried 3 times"), "{error}");
    assert_eq!(server.times("/a.jpg"), 3);
}

#[test]
fn a_body_that_stalls_is_given_up() {
    let server = Server::start(|_| Reply::Stall(vec![0; 1000]));
    let rules = FetchRules { timeout: Duration::from_millis(200), tries: 2, ..rules() };
    let error = error(rules, &server.url("/a.jpg"));
    assert!(error.contains("nothing came for 0.2 s"), "{error}");
    assert_eq!(server.times("/a.jpg"), 2);
}

#[test]
fn a_host_that_is_not_there_is_named() {
    let url = Server::start(|_| Reply::HangUp).url("/a.jpg");
    let error = error(FetchRules { tries: 1, ..rules() }, &url);
    assert!(error.starts_with(&format!("cannot fetch {url}: the connection failed (")), "{error}");
}

#[test]
fn no_more_is_read_than_may_come() {
    let large = vec![b'a'; LIMIT as usize + 1];
    let server = Server::start(move |asked| match asked.path.as_str() {
        "/announced" => Reply::ok(large.clone()),
        "/unannounced" => Reply::Chunked(large.clone()),
        _ => Reply::Chunked(large[1..].to_vec()),
    });
    for path in ["/announced", "/unannounced"] {
        let error = error(rules(), &server.url(path));
        assert!(error.contains("larger than"), "{error}");
        assert_eq!(server.times(path), 1);
    }
    assert_eq!(body(rules(), &server.url("/just-right")).len() as u64, LIMIT);
}

#[test]
fn redirects_are_followed_to_their_end() {
    let server = Server::start(|asked| match asked.path.as_str() {
        "/1" => Reply::status(301).with("Location", "/deep/2?x=y"),
        "/deep/2?x=y" => Reply::status(302).with("Location", "3"),
        "/deep/3" => Reply::status(307).with("Location", "../4#part"),
        "/4" => Reply::ok("the end"),
        _ => Reply::status(404),
    });
    let fetched = Fetcher::new(rules()).get(&server.url("/1"), LIMIT).unwrap();
    assert_eq!(fetched.body, b"the end");
    assert_eq!(fetched.url, server.url("/4"));
}

#[test]
fn redirects_without_end_are_left() {
    let server = Server::start(|asked| match asked.path.as_str() {
        "/a" => Reply::status(302).with("Location", "/b"),
        "/b" => Reply::status(302).with("Location", "/a"),
        "/out" => Reply::status(302).with("Location", "file:///etc/hostname"),
        path => Reply::status(302).with("Location", format!("{path}0")),
    });
    assert!(error(rules(), &server.url("/a")).contains("circle"));
    assert!(error(rules(), &server.url("/1")).contains("more than 10 times"));
    assert!(error(rules(), &server.url("/out")).contains("file is not a way to the web"));
}

#[test]
fn the_readers_own_network_is_not_asked() {
    let server = Server::start(|_| Reply::ok("a secret"));
    let port = server.url("/").port().unwrap();
    for host in ["127.0.0.1", "localhost", "router.LOCALHOST", "[::ffff:127.0.0.1]", "0", "0x7f.1"] {
        let url = format!("http://{host}:{port}/").parse().unwrap();
        let error = error(FetchRules { allow_private: false, ..rules() }, &url);
        assert!(error.contains("--allow-private"), "{host}: {error}");
    }
    assert!(server.asked().is_empty());
}

#[test]
fn a_host_is_asked_by_so_many_at_once_and_no_more() {
    let server = Server::start(|_| {
        thread::sleep(Duration::from_millis(30));
        Reply::ok("a page")
    });
    let fetcher = Fetcher::new(FetchRules { per_host: 3, ..rules() });
    thread::scope(|scope| {
        for n in 0..12 {
            let (fetcher, url) = (&fetcher, server.url(&format!("/{n}")));
            scope.spawn(move || fetcher.get(&url, LIMIT).unwrap());
        }
    });
    assert_eq!(server.asked().len(), 12);
    assert!(server.most_at_once() <= 3, "{} at once", server.most_at_once());
}

#[test]
fn what_is_fresh_is_not_asked_for_again() {
    let folder = tempfile::tempdir().unwrap();
    let server = Server::start(|_| Reply::ok("a picture").with("Cache-Control", "max-age=3600"));
    let url = server.url("/a.jpg");
    assert_eq!(body(cached(folder.path()), &url), "a picture");
    assert_eq!(body(cached(folder.path()), &url), "a picture");
    assert_eq!(server.times("/a.jpg"), 1);
}

#[test]
fn what_is_stale_is_asked_for_with_its_validator_and_fresh_again() {
    let folder = tempfile::tempdir().unwrap();
    let server = Server::start(|asked| {
        let known = asked.headers.get("if-none-match").map(String::as_str) == Some("\"1\"");
        if known {
            Reply::status(304).with("ETag", "\"1\"").with("Cache-Control", "max-age=3600")
        } else {
            Reply::ok("a picture").with("ETag", "\"1\"").with("Cache-Control", "max-age=0")
        }
    });
    let url = server.url("/a.jpg");
    for _ in 0..3 {
        assert_eq!(body(cached(folder.path()), &url), "a picture");
    }
    assert_eq!(server.times("/a.jpg"), 2, "asked, confirmed, and then fresh");
}

#[test]
fn what_has_changed_takes_the_place_of_what_was_kept() {
    let folder = tempfile::tempdir().unwrap();
    let server = Server::start(|asked| {
        Reply::ok(format!("picture {}", asked.time))
            .with("Last-Modified", "Mon, 02 Nov 2026 08:00:00 GMT")
            .with("Cache-Control", "no-cache")
    });
    let url = server.url("/a.jpg");
    assert_eq!(body(cached(folder.path()), &url), "picture 1");
    assert_eq!(body(cached(folder.path()), &url), "picture 2");
    assert_eq!(server.asked()[1].headers["if-modified-since"], "Mon, 02 Nov 2026 08:00:00 GMT");
}

#[test]
fn a_confirmation_of_something_else_does_not_confirm() {
    let folder = tempfile::tempdir().unwrap();
    let server = Server::start(|asked| match asked.headers.contains_key("if-none-match") {
        true => Reply::status(304).with("ETag", "\"2\""),
        false => Reply::ok(format!("picture {}", asked.time)).with("ETag", "\"1\""),
    });
    let url = server.url("/a.jpg");
    assert_eq!(body(cached(folder.path()), &url), "picture 1");
    assert_eq!(body(cached(folder.path()), &url), "picture 3");
}

#[test]
fn what_must_not_be_kept_is_not() {
    let folder = tempfile::tempdir().unwrap();
    let server = Server::start(|asked| match asked.path.as_str() {
        "/missing" => Reply::status(404),
        "/moved" => Reply::status(302).with("Location", "/a").with("Cache-Control", "No-Store"),
        _ => Reply::ok("a secret").with("Cache-Control", "no-store"),
    });
    body(cached(folder.path()), &server.url("/moved"));
    error(cached(folder.path()), &server.url("/missing"));
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
}

#[test]
fn offline_the_cache_answers_however_stale_and_nobody_is_asked() {
    let folder = tempfile::tempdir().unwrap();
    let server = Server::start(|asked| match asked.path.as_str() {
        "/moved" => Reply::status(302).with("Location", "/a.jpg"),
        _ => Reply::ok("a picture").with("Cache-Control", "max-age=0"),
    });
    body(cached(folder.path()), &server.url("/moved"));
    let offline = FetchRules { offline: true, ..cached(folder.path()) };
    assert_eq!(body(offline.clone(), &server.url("/moved")), "a picture");
    let error = error(offline, &server.url("/b.jpg"));
    assert!(error.contains("not in the cache") && error.contains("without --offline"), "{error}");
    assert_eq!(server.asked().len(), 2);
}

#[test]
fn a_damaged_cache_is_as_good_as_none() {
    let folder = tempfile::tempdir().unwrap();
    let server = Server::start(|_| Reply::ok("a picture").with("Cache-Control", "max-age=3600"));
    let url = server.url("/a.jpg");
    body(cached(folder.path()), &url);
    let file = fs::read_dir(folder.path()).unwrap().next().unwrap().unwrap().path();
    let whole = fs::read(&file).unwrap();
    let mut changed = whole.clone();
    *changed.last_mut().unwrap() ^= 1;
    for (asked, damaged) in
        [&changed, &whole[..whole.len() - 1], &whole[..20], b"", b"\xff\n\n"].into_iter().enumerate()
    {
        fs::write(&file, damaged).unwrap();
        assert_eq!(body(cached(folder.path()), &url), "a picture");
        assert_eq!(server.times("/a.jpg"), asked + 2);
    }
}

#[test]
fn a_cache_that_cannot_be_written_costs_nothing_but_requests() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("a file, no folder");
    fs::write(&file, "").unwrap();
    let server = Server::start(|_| Reply::ok("a picture"));
    assert_eq!(body(cached(&file), &server.url("/a.jpg")), "a picture");
}

#[test]
fn many_runs_share_one_cache() {
    let folder = tempfile::tempdir().unwrap();
    let server = Server::start(|asked| Reply::ok(asked.path.repeat(5000)).with("ETag", "\"1\""));
    thread::scope(|scope| {
        for _ in 0..8 {
            scope.spawn(|| {
                let fetcher = Fetcher::new(cached(folder.path()));
                for n in 0..6 {
                    let path = format!("/{}", n % 3);
                    let fetched = fetcher.get(&server.url(&path), LIMIT).unwrap();
                    assert_eq!(fetched.body, path.repeat(5000).into_bytes());
                }
            });
        }
    });
}

#[test]
fn a_senseless_age_does_no_harm() {
    let folder = tempfile::tempdir().unwrap();
    let server = Server::start(|_| {
        Reply::ok("a picture").with("Age", u64::MAX.to_string()).with("Cache-Control", format!("max-age={}", u64::MAX))
    });
    let url = server.url("/a.jpg");
    assert_eq!(body(cached(folder.path()), &url), "a picture");
    assert_eq!(body(cached(folder.path()), &url), "a picture");
}
