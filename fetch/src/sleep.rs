//! Waiting.

use crate::platform::{clear_timeout, now_ms, set_timeout};
use std::cell::{Cell, RefCell};
use std::future::Future;
use std::pin::Pin;
use std::rc::Rc;
use std::task::{Context, Poll, Waker};
use wasm_bindgen::prelude::*;

/// Timers take no more.
const LONGEST_TIMER_MS: f64 = 2_147_483_647.0;
/// Timers may fire a fraction early. By more, it is another clock than ours, in a test.
const EARLY_MS: f64 = 2.0;

/// Ready after the time and never before it, however long it is. To drop it ends the timer.
pub(crate) struct Sleep {
    end_ms: f64,
    left_ms: f64,
    timer: Option<JsValue>,
    fired: Rc<Cell<bool>>,
    waker: Rc<RefCell<Option<Waker>>>,
    callback: Closure<dyn FnMut()>,
}

impl Sleep {
    pub fn new(ms: f64) -> Sleep {
        let fired = Rc::new(Cell::new(false));
        let waker = Rc::new(RefCell::new(None::<Waker>));
        let callback = {
            let (fired, waker) = (fired.clone(), waker.clone());
            Closure::new(move || {
                fired.set(true);
                if let Some(waker) = waker.borrow_mut().take() {
                    waker.wake();
                }
            })
        };
        Sleep { end_ms: now_ms() + ms, left_ms: ms, timer: None, fired, waker, callback }
    }

    fn arm(&mut self) {
        let ms = self.left_ms.min(LONGEST_TIMER_MS);
        self.left_ms -= ms;
        self.fired.set(false);
        self.timer = Some(set_timeout(self.callback.as_ref().unchecked_ref(), ms.ceil()));
    }
}

impl Future for Sleep {
    type Output = ();

    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<()> {
        if self.fired.get() {
            self.timer = None;
            let early_ms = self.end_ms - now_ms();
            if self.left_ms <= 0.0 && early_ms > 0.0 && early_ms < EARLY_MS {
                self.left_ms = early_ms;
            }
        }
        if self.timer.is_none() {
            if self.left_ms <= 0.0 {
                return Poll::Ready(());
            }
            self.arm();
        }
        *self.waker.borrow_mut() = Some(cx.waker().clone());
        Poll::Pending
    }
}

impl Drop for Sleep {
    fn drop(&mut self) {
        if let Some(timer) = self.timer.take() {
            clear_timeout(&timer);
        }
    }
}
