//! [backon](https://docs.rs/backon) waits and repeats, bc-status says whether and how long:
//!
//! ```sh
//! BC_TOKEN=… cargo run --bin with-backon -- https://api.bigcommerce.com/stores/HASH/v3/catalog/products
//! ```
//!
//! Its `adjust` has the last word on each wait: what it leaves out is not repeated. So the backoff
//! that a builder makes up is never used, and any builder will do.

use backon::{ConstantBuilder, Retryable};
use bc_status::{BcStatusError, Exchange, Failure, Headers, Policy, State, diagnose_at};
use reqwest::Client;
use std::cell::Cell;
use std::error::Error;
use std::process::ExitCode;
use std::time::{Duration, Instant};

/// One attempt. Its error is the diagnosis, with the decision in it.
async fn attempt(
    client: &Client,
    url: &str,
    token: &str,
    state: &State,
) -> Result<String, BcStatusError> {
    let asked = Exchange::request("GET", url);
    let diagnose = |exchange: &Exchange| diagnose_at(exchange, state, &Policy::interactive());
    let lost = |error: reqwest::Error| {
        let failure = if error.is_timeout() { Failure::Timeout } else { Failure::Network };
        BcStatusError::from(diagnose(&asked.failure(failure)))
    };
    let response = client.get(url).header("X-Auth-Token", token).send().await.map_err(lost)?;
    let (status, headers) = (response.status(), response.headers().clone());
    let text = response.text().await.map_err(lost)?;
    diagnose(&asked.answer(status, &Headers::from(&headers)).body(&text)).into_result()?;
    Ok(text)
}

async fn run() -> Result<(), Box<dyn Error>> {
    let url = std::env::args().nth(1).ok_or("Which URL?")?;
    let token = std::env::var("BC_TOKEN")?;
    let client = Client::builder().timeout(Duration::from_secs(30)).build()?;

    let began = Instant::now();
    let attempts = Cell::new(0);
    let (client, url, token) = (&client, url.as_str(), token.as_str());
    let text = (|| {
        attempts.set(attempts.get() + 1);
        let state = State::attempt(attempts.get()).elapsed(began.elapsed());
        let state = state.random(fastrand::f64());
        async move { attempt(client, url, token, &state).await }
    })
    .retry(ConstantBuilder::default())
    .adjust(|error: &BcStatusError, _| {
        let decision = error.diagnosis().retry;
        decision.retry.then(|| decision.delay())
    })
    .notify(|error, wait| eprintln!("{error}. Again in {wait:?}."))
    .await?;
    println!("{text}");
    Ok(())
}

fn main() -> ExitCode {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    match runtime.map_err(Box::from).and_then(|runtime| runtime.block_on(run())) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            // The status and the most probable cause, in a line.
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}
