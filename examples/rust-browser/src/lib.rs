//! A page that asks its store for something: it shows the answer, and what it took to get it.

use bc_status_fetch::bc_status::AttemptRecord;
use bc_status_fetch::{Client, Error};
use gloo_net::http::Request;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::spawn_local;
use web_sys::{AbortController, Document, Event, HtmlInputElement};

#[wasm_bindgen(start)]
fn start() -> Result<(), JsValue> {
    let document = web_sys::window().and_then(|window| window.document()).ok_or("no page")?;
    let client = Client::builder().build();
    // Ends what is asked for at the moment.
    let asking = Rc::new(RefCell::new(AbortController::new()?));

    let ask = {
        let (document, asking) = (document.clone(), asking.clone());
        move |event: Event| {
            event.prevent_default();
            let (document, client) = (document.clone(), client.clone());
            let Ok(controller) = AbortController::new() else { return };
            asking.replace(controller.clone()).abort();
            spawn_local(async move {
                let field = document.get_element_by_id("url");
                let url = field.and_then(|field| field.dyn_into::<HtmlInputElement>().ok());
                let url = url.map(|field| field.value()).unwrap_or_default();
                write(&document, "answer", "Asking …");
                let (answer, history) = match get(&client, &url, &controller).await {
                    Ok(answer) => answer,
                    Err(error) => (error.to_string(), error.history().to_vec()),
                };
                show(&document, &answer, &history);
            });
        }
    };
    listen(&document, "form", "submit", ask)?;
    listen(&document, "#stop", "click", move |_| asking.borrow().abort())?;
    write(&document, "answer", "Ready.");
    Ok(())
}

async fn get(
    client: &Client,
    url: &str,
    controller: &AbortController,
) -> Result<(String, Vec<AttemptRecord>), Error> {
    let request = Request::get(url).abort_signal(Some(&controller.signal())).build();
    let Ok(request) = request else { return Ok(("That is no URL.".into(), Vec::new())) };
    let answer = client.call(request).await?;
    let history = answer.history().to_vec();
    let text = answer.text().await.unwrap_or_default();
    Ok((format!("{}: {text}", answer.status()), history))
}

fn show(document: &Document, answer: &str, history: &[AttemptRecord]) {
    write(document, "answer", answer);
    write(document, "history", "");
    let Some(list) = document.get_element_by_id("history") else { return };
    for AttemptRecord { status, failure, decision, .. } in history {
        let came = match (status, failure) {
            (Some(status), _) => status.to_string(),
            (None, Some(failure)) => failure.to_string(),
            (None, None) => String::new(),
        };
        let Ok(item) = document.create_element("li") else { return };
        item.set_text_content(Some(&format!("{came}, {}", decision.rule())));
        let _ = list.append_child(&item);
    }
}

fn write(document: &Document, id: &str, text: &str) {
    if let Some(element) = document.get_element_by_id(id) {
        element.set_text_content(Some(text));
    }
}

fn listen(
    document: &Document,
    selector: &str,
    event: &str,
    act: impl Fn(Event) + 'static,
) -> Result<(), JsValue> {
    let element = document.query_selector(selector)?.ok_or("something is missing in the page")?;
    let callback = Closure::<dyn Fn(Event)>::new(act).into_js_value();
    element.add_event_listener_with_callback(event, callback.unchecked_ref())
}
