//! A request, and how to send it again.

use crate::abort::{Abort, before};
use crate::body::cancel;
use crate::error::{Error, ErrorKind};
use crate::page::is_page;
use crate::platform::{global_fetch, member};
use crate::sleep::Sleep;
use bc_status::fetch::{self, Body, Hop, LONGEST_BODY_MS, Redirects, Sending, is_credential};
use bc_status::{Failure, route};
use gloo_net::http::Headers;
use js_sys::{Array, Function, Promise};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{AbortController, AbortSignal, Request, RequestInit, RequestRedirect, Response};

#[wasm_bindgen]
extern "C" {
    type Signals;

    /// Not every runtime has it.
    #[wasm_bindgen(static_method_of = Signals, catch, js_class = "AbortSignal")]
    fn any(signals: &Array) -> Result<AbortSignal, JsValue>;
}

/// What the caller gave; what is sent of it is a clone, as long as it has a body.
pub(crate) struct Outgoing {
    request: Request,
    facts: fetch::Request,
    fetch: Function,
}

/// Why something that was sent has no answer.
pub(crate) enum Lost {
    Failed(Failure, JsValue),
    /// As every other attempt would.
    Hopeless(ErrorKind, JsValue),
}

impl Outgoing {
    pub fn new(request: Request, own: Option<&Function>) -> Result<Outgoing, Error> {
        let refused = |cause| Error::new(ErrorKind::Request, cause);
        let fetch = own.cloned().map_or_else(global_fetch, Ok).map_err(refused)?;
        if request.body_used() {
            return Err(refused(JsValue::UNDEFINED));
        }
        let request = secured(request).map_err(refused)?;
        let body = body_of(&request);
        let has_secret =
            || body != Body::None || names_of(&request).any(|name| is_credential(&name));
        let is = |name, value: &str| member(&request, name).as_string().as_deref() == Some(value);
        let is_here = !is_page() && is("redirect", "follow") && has_secret();
        let facts = fetch::Request {
            body,
            redirects: if is_here { Redirects::Here } else { Redirects::Elsewhere },
            in_browser: is_page(),
            ..fetch::Request::new(&request.method(), &request.url())
        };
        Ok(Outgoing { request, facts, fetch })
    }

    pub fn facts(&self) -> &fetch::Request {
        &self.facts
    }

    pub fn signal(&self) -> Option<AbortSignal> {
        member(&self.request, "signal").dyn_into().ok()
    }

    /// One to be used up, while the request itself is kept.
    fn spare(&self) -> Result<Request, JsValue> {
        if self.facts.body == Body::None {
            Ok(Clone::clone(&self.request))
        } else {
            self.request.clone()
        }
    }

    /// The body as text, if all of it is there in time.
    pub async fn text(&self) -> Option<String> {
        let promise = self.spare().and_then(|spare| spare.text()).ok()?;
        let limit = Some(Sleep::new(LONGEST_BODY_MS));
        before(limit, JsFuture::from(promise)).await?.ok()?.as_string()
    }

    /// Whether the body holds a secret, or may.
    #[cfg(feature = "explain")]
    pub async fn holds_secret(&self) -> bool {
        self.text().await.is_none_or(|text| bc_status::masked(&text) != text)
    }

    /// Nobody looks, so it may.
    #[cfg(not(feature = "explain"))]
    pub async fn holds_secret(&self) -> bool {
        true
    }

    /// What fetch takes: the request itself, or what redirects have made of it.
    async fn target(&self, hop: &Hop) -> Result<(JsValue, RequestInit), JsValue> {
        let init = RequestInit::new();
        if self.facts.redirects == Redirects::Here {
            init.set_redirect(RequestRedirect::Manual);
        }
        if hop.number == 0 {
            return Ok((self.spare()?.into(), init));
        }
        let headers = Headers::new();
        for (name, value) in Headers::from_raw(self.request.headers()).entries() {
            if hop.keeps(&name) {
                headers.append(&name, &value);
            }
        }
        init.set_method(&hop.method);
        init.set_headers(&headers.into_raw());
        init.set_signal(self.signal().as_ref());
        if hop.with_body && self.facts.body != Body::None {
            init.set_body(&JsFuture::from(self.spare()?.array_buffer()?).await?);
        }
        Ok((hop.url.as_str().into(), init))
    }

    /// Sends it, within its limit of time and until the caller gives up.
    pub async fn send(&self, sending: &Sending, abort: &Abort) -> Result<Response, Lost> {
        let limit = sending.limit_ms.map(Sleep::new);
        let controller = limit.as_ref().and_then(|_| AbortController::new().ok());
        let sent = async {
            let (target, init) = self.target(&sending.hop).await?;
            if let Some(controller) = &controller {
                init.set_signal(Some(&either(abort.signal(), &controller.signal())));
            }
            if sending.hop.number == 0 {
                self.keep_referrer(&init);
            }
            let value = self.fetch.call2(&JsValue::UNDEFINED, &target, &init)?;
            JsFuture::from(Promise::resolve(&value)).await
        };
        let came = abort.or(before(limit, sent)).await;
        if !matches!(came, Some(Some(Ok(_)))) {
            // What is still under way is not waited for.
            controller.iter().for_each(AbortController::abort);
        }
        match came {
            None => Err(Lost::Failed(Failure::Aborted, abort.reason())),
            Some(None) => Err(Lost::Failed(Failure::Timeout, JsValue::UNDEFINED)),
            Some(Some(Ok(value))) => response_of(value),
            Some(Some(Err(cause))) => Err(self.lost(cause, abort)),
        }
    }

    /// Beside any init, a Request forgets its referrer.
    fn keep_referrer(&self, init: &RequestInit) {
        if js_sys::Object::keys(init).length() == 0 {
            return;
        }
        for name in ["referrer", "referrerPolicy"] {
            let value = member(&self.request, name);
            if !value.is_undefined() {
                let _ = js_sys::Reflect::set(init, &name.into(), &value);
            }
        }
    }

    /// Not every runtime rejects with the reason of the caller's signal.
    fn lost(&self, cause: JsValue, abort: &Abort) -> Lost {
        let name = member(&cause, "name").as_string().unwrap_or_default();
        match name.as_str() {
            _ if abort.is_aborted() => Lost::Failed(Failure::Aborted, abort.reason()),
            "AbortError" => Lost::Failed(Failure::Aborted, cause),
            "TimeoutError" => Lost::Failed(Failure::Timeout, cause),
            // There is nothing on a network.
            _ if !self.facts.url.starts_with("http") => Lost::Hopeless(ErrorKind::Request, cause),
            _ => Lost::Failed(Failure::Network, cause),
        }
    }
}

impl Drop for Outgoing {
    /// Of a body that was cloned, this part has not been read.
    fn drop(&mut self) {
        if self.facts.body != Body::None {
            cancel(self.request.body());
        }
    }
}

/// A signal that ends with either.
fn either(callers: Option<&AbortSignal>, own: &AbortSignal) -> AbortSignal {
    let Some(callers) = callers else { return Clone::clone(own) };
    Signals::any(&Array::of2(callers, own)).unwrap_or_else(|_| Clone::clone(own))
}

/// A response of the platform's, or of somebody whose members can be asked for.
fn response_of(value: JsValue) -> Result<Response, Lost> {
    let is_alike = || {
        let has_head = member(&member(&value, "headers"), "get").is_function();
        has_head && member(&value, "status").as_f64().is_some() && member(&value, "url").is_string()
    };
    if value.is_instance_of::<Response>() || is_alike() {
        return Ok(value.unchecked_into());
    }
    Err(Lost::Hopeless(ErrorKind::Foreign, value))
}

/// What goes to BigCommerce goes by https.
fn secured(request: Request) -> Result<Request, JsValue> {
    let url = request.url();
    match url.strip_prefix("http:") {
        Some(rest) if route::is_bigcommerce(&url) => {
            let url = ["https:", rest].concat();
            Request::new_with_str_and_init(&url, request.unchecked_ref())
        }
        _ => Ok(request),
    }
}

/// Firefox does not tell whether there is one.
fn body_of(request: &Request) -> Body {
    let is_read = matches!(request.method().as_str(), "GET" | "HEAD");
    let body = member(request, "body");
    if body.is_null() || is_read { Body::None } else { Body::Again }
}

fn names_of(request: &Request) -> impl Iterator<Item = String> {
    Headers::from_raw(request.headers()).keys()
}
