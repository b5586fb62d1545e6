//! The caller's signal.

use std::cell::RefCell;
use std::future::{Future, poll_fn};
use std::pin::pin;
use std::rc::Rc;
use std::task::{Poll, Waker};
use wasm_bindgen::prelude::*;
use web_sys::AbortSignal;

/// Listens to a signal for as long as a call lasts.
pub(crate) struct Abort {
    signal: Option<AbortSignal>,
    waker: Rc<RefCell<Option<Waker>>>,
    callback: Closure<dyn FnMut()>,
}

impl Abort {
    pub fn of(signal: Option<AbortSignal>) -> Abort {
        let waker = Rc::new(RefCell::new(None::<Waker>));
        let callback = {
            let waker = waker.clone();
            Closure::new(move || {
                if let Some(waker) = waker.borrow_mut().take() {
                    waker.wake();
                }
            })
        };
        let abort = Abort { signal, waker, callback };
        if let Some(signal) = &abort.signal {
            let _ = signal.add_event_listener_with_callback("abort", abort.listener());
        }
        abort
    }

    fn listener(&self) -> &js_sys::Function {
        self.callback.as_ref().unchecked_ref()
    }

    pub fn signal(&self) -> Option<&AbortSignal> {
        self.signal.as_ref()
    }

    pub fn is_aborted(&self) -> bool {
        self.signal.as_ref().is_some_and(AbortSignal::aborted)
    }

    pub fn reason(&self) -> JsValue {
        self.signal.as_ref().map_or(JsValue::UNDEFINED, AbortSignal::reason)
    }

    /// What a future comes to, or nothing where the caller gives up before.
    pub async fn or<T>(&self, future: impl Future<Output = T>) -> Option<T> {
        let mut future = pin!(future);
        poll_fn(|cx| {
            if self.is_aborted() {
                return Poll::Ready(None);
            }
            *self.waker.borrow_mut() = Some(cx.waker().clone());
            future.as_mut().poll(cx).map(Some)
        })
        .await
    }
}

impl Drop for Abort {
    fn drop(&mut self) {
        if let Some(signal) = &self.signal {
            let _ = signal.remove_event_listener_with_callback("abort", self.listener());
        }
    }
}

/// What a future comes to, or nothing where another is ready before.
pub(crate) async fn before<T>(
    limit: Option<impl Future<Output = ()>>,
    future: impl Future<Output = T>,
) -> Option<T> {
    let mut limit = pin!(async {
        match limit {
            Some(limit) => limit.await,
            None => std::future::pending().await,
        }
    });
    let mut future = pin!(future);
    poll_fn(|cx| match future.as_mut().poll(cx) {
        Poll::Ready(value) => Poll::Ready(Some(value)),
        Poll::Pending => limit.as_mut().poll(cx).map(|()| None),
    })
    .await
}
