//! A fetch that answers what it is told to, one after the other, and keeps what it was asked.

use bc_status_fetch::bc_status::Policy;
use bc_status_fetch::{Builder, Client};
use gloo_net::http::{Headers, Request, Response};
use js_sys::{Function, Promise, Reflect};
use std::cell::RefCell;
use std::future::{Future, poll_fn};
use std::pin::pin;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::AbortSignal;

#[wasm_bindgen]
extern "C" {
    type Timers;
    #[wasm_bindgen(method, js_name = setTimeout)]
    fn set_timeout(this: &Timers, callback: &JsValue, ms: i32) -> JsValue;
    #[wasm_bindgen(method, js_name = clearTimeout)]
    fn clear_timeout(this: &Timers, id: &JsValue);
}

fn timers() -> Timers {
    js_sys::global().unchecked_into()
}

/// Does something in a moment.
pub fn soon(act: impl FnOnce() + 'static) {
    timers().set_timeout(&Closure::once_into_js(act), 20);
}

/// So long nothing takes here, on whatever machine.
const PATIENCE_MS: i32 = 120_000;

/// Where a test waits for ever, Node would end without a word, and that would be a success.
pub async fn in_time(test: impl Future<Output = ()>) {
    let mut timer = JsValue::UNDEFINED;
    let late = Promise::new(&mut |resolve, _| timer = timers().set_timeout(&resolve, PATIENCE_MS));
    let mut late = pin!(JsFuture::from(late));
    let mut test = pin!(test);
    poll_fn(|cx| {
        assert!(late.as_mut().poll(cx).is_pending(), "it never ends");
        test.as_mut().poll(cx)
    })
    .await;
    timers().clear_timeout(&timer);
}

pub const API: &str = "https://api.bigcommerce.com/stores/abc123/v3/carts";
pub const TOKEN: &str = "secret-4711-token";

/// What was asked: a Request or a URL, and the init beside it.
pub struct Asked {
    pub request: web_sys::Request,
    pub signal: Option<AbortSignal>,
}

impl Asked {
    pub fn header(&self, name: &str) -> Option<String> {
        self.request.headers().get(name).unwrap()
    }

    pub async fn text(&self) -> String {
        let text = self.request.clone().unwrap().text().unwrap();
        JsFuture::from(text).await.unwrap().as_string().unwrap()
    }
}

#[derive(Clone)]
pub struct Stub {
    pub asked: Rc<RefCell<Vec<Asked>>>,
    function: Function,
}

impl Stub {
    /// The last one comes again and again. An `Err` is thrown at once.
    pub fn new(replies: Vec<Box<dyn Fn() -> Result<JsValue, JsValue>>>) -> Stub {
        let asked = Rc::new(RefCell::new(Vec::new()));
        let kept = asked.clone();
        let answer = move |input: JsValue, init: JsValue| -> Result<JsValue, JsValue> {
            let signal = Reflect::get(&init, &"signal".into())?.dyn_into().ok();
            let request = match input.as_string() {
                Some(url) => web_sys::Request::new_with_str_and_init(&url, init.unchecked_ref())?,
                None => web_sys::Request::new_with_request_and_init(
                    input.unchecked_ref(),
                    init.unchecked_ref(),
                )?,
            };
            kept.borrow_mut().push(Asked { request, signal });
            let at = kept.borrow().len().min(replies.len()) - 1;
            replies[at]()
        };
        let closure = Closure::<dyn Fn(JsValue, JsValue) -> Result<JsValue, JsValue>>::new(answer);
        Stub { asked, function: closure.into_js_value().unchecked_into() }
    }

    pub fn builder(&self) -> Builder {
        Client::builder().fetch(self.function.clone())
    }

    /// Of a client that waits as it is told to, and no longer.
    pub fn client(&self) -> Client {
        self.builder().policy(Policy::background().without_jitter()).build()
    }

    pub fn count(&self) -> usize {
        self.asked.borrow().len()
    }
}

type Reply = Box<dyn Fn() -> Result<JsValue, JsValue>>;

pub fn answer(
    status: u16,
    headers: &'static [(&'static str, &'static str)],
    body: &'static str,
) -> Reply {
    Box::new(move || {
        let list = Headers::new();
        headers.iter().for_each(|(name, value)| list.append(name, value));
        let response = Response::builder().status(status).headers(list).body(Some(body)).unwrap();
        Ok(Promise::resolve(&web_sys::Response::from(response)).into())
    })
}

pub fn ok() -> Reply {
    answer(200, &[], "ok")
}

pub fn rejects(with: impl Fn() -> JsValue + 'static) -> Reply {
    Box::new(move || Ok(Promise::reject(&with()).into()))
}

pub fn never() -> Reply {
    Box::new(|| Ok(Promise::new(&mut |_, _| {}).into()))
}

pub fn value(value: JsValue) -> Reply {
    Box::new(move || Ok(value.clone()))
}

pub fn get() -> Request {
    Request::get(API).header("X-Auth-Token", TOKEN).build().unwrap()
}

pub fn post(url: &str, body: &str) -> Request {
    Request::post(url).header("X-Auth-Token", TOKEN).body(body).unwrap()
}
