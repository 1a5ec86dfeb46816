//! A web server on the loopback interface that does as a test tells it, faults and all.

use std::collections::BTreeMap;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::thread::{self, JoinHandle};
use url::Url;

/// A server that runs until it is dropped.
pub(crate) struct Server {
    address: SocketAddr,
    state: Arc<State>,
    doorman: Option<JoinHandle<()>>,
}

/// One request.
#[derive(Debug, Clone)]
pub(crate) struct Asked {
    /// Path and query.
    pub path: String,
    /// The headers, their names in lower case.
    pub headers: BTreeMap<String, String>,
    /// How often this path has been asked for, this time included.
    pub time: usize,
}

/// What the server does with a request.
pub(crate) enum Reply {
    /// Answers properly.
    Answer { status: u16, headers: Vec<(&'static str, String)>, body: Vec<u8> },
    /// Sends the head and half of the body, and hangs up.
    CutShort(Vec<u8>),
    /// Sends the head and half of the body, and then nothing until the client hangs up.
    Stall(Vec<u8>),
    /// Sends the body in chunks, without saying how long it is.
    Chunked(Vec<u8>),
    /// Hangs up without a word.
    HangUp,
}

impl Reply {
    /// "200 OK" with a body.
    pub(crate) fn ok(body: impl Into<Vec<u8>>) -> Self {
        Reply::Answer { status: 200, headers: Vec::new(), body: body.into() }
    }

    /// A status with an empty body.
    pub(crate) fn status(status: u16) -> Self {
        Reply::Answer { status, headers: Vec::new(), body: Vec::new() }
    }

    /// The same answer with one more header.
    pub(crate) fn with(self, name: &'static str, value: impl Into<String>) -> Self {
        match self {
            Reply::Answer { status, mut headers, body } => {
                headers.push((name, value.into()));
                Reply::Answer { status, headers, body }
            }
            other => other,
        }
    }
}

struct State {
    rule: Box<dyn Fn(&Asked) -> Reply + Send + Sync>,
    asked: Mutex<Vec<Asked>>,
    now: AtomicUsize,
    most: AtomicUsize,
    closed: AtomicBool,
}

impl Server {
    /// Starts a server that replies as `rule` says.
    pub(crate) fn start(rule: impl Fn(&Asked) -> Reply + Send + Sync + 'static) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap();
        let state = Arc::new(State {
            rule: Box::new(rule),
            asked: Mutex::default(),
            now: AtomicUsize::new(0),
            most: AtomicUsize::new(0),
            closed: AtomicBool::new(false),
        });
        let shared = Arc::clone(&state);
        let doorman = thread::spawn(move || {
            for stream in listener.incoming() {
                if shared.closed.load(Ordering::SeqCst) {
                    break;
                }
                let shared = Arc::clone(&shared);
                // A client that hangs up is no fault of the test.
                thread::spawn(move || stream.map(|stream| serve(&shared, stream)));
            }
        });
        Self { address, state, doorman: Some(doorman) }
    }

    /// The address of a path on this server.
    pub(crate) fn url(&self, path: &str) -> Url {
        format!("http://{}{path}", self.address).parse().unwrap()
    }

    /// Every request so far.
    pub(crate) fn asked(&self) -> Vec<Asked> {
        self.state.asked.lock().unwrap().clone()
    }

    /// How often a path was asked for.
    pub(crate) fn times(&self, path: &str) -> usize {
        self.asked().iter().filter(|asked| asked.path == path).count()
    }

    /// The most requests that were under way at once.
    pub(crate) fn most_at_once(&self) -> usize {
        self.state.most.load(Ordering::SeqCst)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.state.closed.store(true, Ordering::SeqCst);
        // Wakes the doorman, who then sees that the house is closed.
        let _ = TcpStream::connect(self.address);
        if let Some(doorman) = self.doorman.take() {
            let _ = doorman.join();
        }
    }
}

fn serve(state: &State, mut stream: TcpStream) -> std::io::Result<()> {
    let mut reader = BufReader::new(stream.try_clone()?);
    let mut line = String::new();
    reader.read_line(&mut line)?;
    let path = line.split(' ').nth(1).unwrap_or_default().to_owned();
    let mut headers = BTreeMap::new();
    loop {
        line.clear();
        reader.read_line(&mut line)?;
        let Some((name, value)) = line.split_once(':') else { break };
        headers.insert(name.to_ascii_lowercase(), value.trim().to_owned());
    }
    let asked = {
        let mut all = state.asked.lock().unwrap();
        let time = all.iter().filter(|asked| asked.path == path).count() + 1;
        all.push(Asked { path, headers, time });
        all[all.len() - 1].clone()
    };
    let now = state.now.fetch_add(1, Ordering::SeqCst) + 1;
    state.most.fetch_max(now, Ordering::SeqCst);
    let reply = (state.rule)(&asked);
    state.now.fetch_sub(1, Ordering::SeqCst);
    send(&mut stream, reply, &mut reader)
}

fn send(stream: &mut TcpStream, reply: Reply, client: &mut impl Read) -> std::io::Result<()> {
    match reply {
        Reply::Answer { status, headers, body } => {
            write!(stream, "HTTP/1.1 {status} So\r\nConnection: close\r\n")?;
            if status != 304 {
                write!(stream, "Content-Length: {}\r\n", body.len())?;
            }
            for (name, value) in headers {
                write!(stream, "{name}: {value}\r\n")?;
            }
            write!(stream, "\r\n")?;
            stream.write_all(&body)
        }
        Reply::CutShort(body) => half(stream, &body),
        Reply::Stall(body) => {
            half(stream, &body)?;
            client.read_to_end(&mut Vec::new()).map(|_| ())
        }
        Reply::Chunked(body) => {
            write!(stream, "HTTP/1.1 200 OK\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n\r\n")?;
            for chunk in body.chunks(1000) {
                write!(stream, "{:x}\r\n", chunk.len())?;
                stream.write_all(chunk)?;
                write!(stream, "\r\n")?;
            }
            write!(stream, "0\r\n\r\n")
        }
        Reply::HangUp => Ok(()),
    }
}

fn half(stream: &mut TcpStream, body: &[u8]) -> std::io::Result<()> {
    write!(stream, "HTTP/1.1 200 OK\r\nContent-Length: {}\r\n\r\n", body.len())?;
    stream.write_all(&body[..body.len() / 2])?;
    stream.flush()
}
