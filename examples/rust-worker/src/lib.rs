//! A Worker in front of a store's API: it holds the token, waits where the store asks for it, and
//! repeats what may be repeated. `GET /v3/catalog/products` here asks the same of the store.

use bc_status_fetch::Client;
use bc_status_fetch::bc_status::Policy;
use gloo_net::http::Request as Asked;
use std::time::Duration;
use worker::{Context, Env, Method, Request, Response, Result, event};

thread_local! {
    /// One for all requests of an isolate: what one of them meets, the others know.
    static CLIENT: Client = Client::builder()
        .policy(Policy::interactive().max_elapsed(Duration::from_secs(20)))
        .attempt_timeout(Duration::from_secs(10))
        .build();
}

#[event(fetch)]
async fn fetch(request: Request, env: Env, _context: Context) -> Result<Response> {
    if request.method() != Method::Get {
        return Response::error("only GET is let through", 405);
    }
    // Such as https://api.bigcommerce.com/stores/abc123
    let url = format!("{}{}", env.var("STORE_URL")?, request.path());
    let token = env.secret("BC_TOKEN")?.to_string();
    let wrong = |error: gloo_net::Error| worker::Error::from(error.to_string());
    let asked = Asked::get(&url).header("X-Auth-Token", &token).build().map_err(wrong)?;

    let client = CLIENT.with(Client::clone);
    match client.call(asked).await {
        Ok(answer) => {
            let attempts = answer.history().len().to_string();
            let response = Response::from(web_sys::Response::from(answer.into_response()));
            // The headers of what was fetched cannot be changed.
            let headers = response.headers().clone();
            headers.set("x-attempts", &attempts)?;
            Ok(response.with_headers(headers))
        }
        Err(error) => Response::error(format!("the store did not answer: {error}"), 502),
    }
}
