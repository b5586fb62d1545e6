//! [reqwest](https://docs.rs/reqwest), with repeats as bc-status decides them:
//!
//! ```sh
//! BC_TOKEN=… cargo run --bin with-reqwest -- https://api.bigcommerce.com/stores/HASH/v3/catalog/products
//! ```
//!
//! The body goes to the output. What is repeated, and what is wrong where nothing helps, goes to
//! the error output.

use bc_status::{BcStatusError, Exchange, Failure, Headers, Policy, State, decide, diagnose_at};
use reqwest::header::{ACCEPT, HeaderMap};
use reqwest::{Client, Request, StatusCode};
use std::error::Error;
use std::process::ExitCode;
use std::time::{Duration, Instant};

/// Sends a request, and again where that helps and does no harm: see [`bc_status::retry`].
async fn send(
    client: &Client,
    request: &Request,
    policy: &Policy,
) -> Result<String, Box<dyn Error>> {
    let sent = Headers::from(request.headers());
    let asked = Exchange::request(request.method(), request.url()).request_headers(&sent);
    let began = Instant::now();
    for attempt in 1.. {
        let request = request.try_clone().ok_or("A body that streams can be sent only once.")?;
        let answer = receive(client, request).await;

        let headers = answer.as_ref().map(|answer| Headers::from(&answer.headers));
        let headers = headers.unwrap_or_default();
        let exchange = match &answer {
            Ok(answer) => asked.answer(answer.status, &headers).body(&answer.text),
            Err(error) => asked.failure(failure(error)),
        };
        let state = State::attempt(attempt).elapsed(began.elapsed()).random(fastrand::f64());
        let decision = decide(&exchange, &state, policy);
        if decision.retry {
            eprintln!("{} Again in {:?}.", decision.reason.text(), decision.delay());
            tokio::time::sleep(decision.delay()).await;
            continue;
        }
        diagnose_at(&exchange, &state, policy).into_result()?;
        return Ok(answer?.text);
    }
    unreachable!("no policy allows so many attempts")
}

/// What is left of a response once its body is read.
struct Answer {
    status: StatusCode,
    headers: HeaderMap,
    text: String,
}

async fn receive(client: &Client, request: Request) -> reqwest::Result<Answer> {
    let response = client.execute(request).await?;
    let (status, headers) = (response.status(), response.headers().clone());
    Ok(Answer { status, headers, text: response.text().await? })
}

fn failure(error: &reqwest::Error) -> Failure {
    if error.is_timeout() { Failure::Timeout } else { Failure::Network }
}

async fn run() -> Result<(), Box<dyn Error>> {
    let url = std::env::args().nth(1).ok_or("Which URL?")?;
    let token = std::env::var("BC_TOKEN")?;
    let client = Client::builder().timeout(Duration::from_secs(30)).build()?;
    let request = client.get(url).header("X-Auth-Token", token);
    let request = request.header(ACCEPT, "application/json").build()?;
    println!("{}", send(&client, &request, &Policy::interactive()).await?);
    Ok(())
}

fn main() -> ExitCode {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    let Err(error) = runtime.map_err(Box::from).and_then(|runtime| runtime.block_on(run())) else {
        return ExitCode::SUCCESS;
    };
    match error.downcast_ref::<BcStatusError>() {
        // What is wrong, what gives it away and what to do.
        Some(error) => eprintln!("{}", error.diagnosis()),
        None => eprintln!("{error}"),
    }
    ExitCode::FAILURE
}
