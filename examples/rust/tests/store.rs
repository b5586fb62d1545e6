//! The examples as they are run, against a store on a port of this machine.

use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::process::{Command, Output};
use std::thread;
use std::time::{Duration, Instant};

const EXAMPLES: [&str; 2] = [env!("CARGO_BIN_EXE_with-reqwest"), env!("CARGO_BIN_EXE_with-backon")];

const WAIT_MS: u64 = 60;

/// Status line, headers and body.
type Answer = (&'static str, &'static str, &'static str);

const THROTTLED: Answer = (
    "429 Too Many Requests",
    "X-Rate-Limit-Requests-Left: 0\r\nX-Rate-Limit-Requests-Quota: 150\r\nX-Rate-Limit-Time-Reset-Ms: 60\r\n",
    "{}",
);
const LIST: Answer = ("200 OK", "Content-Type: application/json\r\n", r#"{"data":[{"id":7}]}"#);
const MISSING: Answer = (
    "404 Not Found",
    "Content-Type: application/json\r\n",
    r#"{"status":404,"title":"The product was not found","type":"about:blank"}"#,
);

/// A request as it came, and when.
struct Received {
    head: String,
    began: Instant,
    ended: Instant,
}

/// Answers a request; `None` where none came.
fn serve(stream: &mut TcpStream, (status, headers, body): Answer) -> Option<Received> {
    let began = Instant::now();
    let mut head = Vec::new();
    let mut byte = [0];
    while !head.ends_with(b"\r\n\r\n") && stream.read(&mut byte).ok()? > 0 {
        head.push(byte[0]);
    }
    let head = String::from_utf8(head).ok().filter(|head| !head.is_empty())?;
    let length = body.len();
    let answer = format!(
        "HTTP/1.1 {status}\r\n{headers}Content-Length: {length}\r\nConnection: close\r\n\r\n{body}"
    );
    // Once it is sent, the client may have it.
    let ended = Instant::now();
    stream.write_all(answer.as_bytes()).ok()?;
    Some(Received { head, began, ended })
}

/// Runs an example against a store that gives these answers, and then the last of them.
fn run(example: &str, answers: &'static [Answer]) -> (Output, Vec<Received>) {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    let host = listener.local_addr().expect("an address");
    let store = thread::spawn(move || {
        let last = answers.last().into_iter().cycle();
        let connections = listener.incoming().zip(answers.iter().chain(last));
        connections.map_while(|(stream, answer)| serve(&mut stream.ok()?, *answer)).collect()
    });
    let output = Command::new(example)
        .arg(format!("http://{host}/stores/abc123/v3/catalog/products"))
        .env("BC_TOKEN", "a-token-of-the-test")
        .env("NO_PROXY", "127.0.0.1")
        .output()
        .expect("an example");
    // A connection without a request ends the store.
    drop(TcpStream::connect(host).expect("the store"));
    (output, store.join().expect("a store"))
}

#[test]
fn a_429_is_waited_for_and_repeated() {
    for example in EXAMPLES {
        let (output, received) = run(example, &[THROTTLED, LIST]);
        let said = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "{example}: {said}");
        assert_eq!(String::from_utf8_lossy(&output.stdout), format!("{}\n", LIST.2), "{example}");
        assert!(said.contains("Again in "), "{example}: {said}");
        assert_eq!(received.len(), 2, "{example}");
        for request in &received {
            let head = request.head.to_lowercase();
            assert!(head.contains("x-auth-token: a-token-of-the-test\r\n"), "{example}: {head}");
        }
        let waited = received[1].began - received[0].ended;
        assert!(waited >= Duration::from_millis(WAIT_MS), "{example} waited {waited:?}");
    }
}

#[test]
fn what_no_repeat_mends_is_an_error_that_says_why() {
    for example in EXAMPLES {
        let (output, received) = run(example, &[MISSING]);
        let said = String::from_utf8_lossy(&output.stderr);
        assert!(!output.status.success(), "{example}: {said}");
        assert!(said.starts_with("404 Does Not Exist: "), "{example}: {said}");
        assert_eq!(received.len(), 1, "{example}");
        assert!(!said.contains("Again in ") && !said.contains("a-token-of-the-test"), "{said}");
    }
}
