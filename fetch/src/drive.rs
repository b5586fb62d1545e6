//! The one loop: does what a call says, and tells it what came of that.

use crate::abort::Abort;
use crate::answer::Answer;
use crate::body::{beginning_of, cancel};
use crate::client::Inner;
use crate::error::{Error, ErrorKind};
use crate::head::Head;
use crate::notice::{Notice, shown};
use crate::outgoing::{Lost, Outgoing};
use crate::pacer::TooLong;
use crate::platform::{now_ms, random};
use crate::sleep::Sleep;
use bc_status::fetch::{End, Event, Fate, HandOut, Hook, Sending, Step, Tell};
use bc_status::{Call, RateLimit};
use std::any::Any;
use wasm_bindgen::JsValue;
use web_sys::{Request, Response, Url};

/// Sends a request until the call is over.
pub(crate) async fn drive(
    client: &Inner,
    context: Option<&dyn Any>,
    request: Request,
) -> Result<Answer, Error> {
    let outgoing = Outgoing::new(request, client.fetch.as_ref())?;
    let call = Call::new(outgoing.facts().clone(), client.settings);
    let abort = Abort::of(outgoing.signal());
    let mut driven = Driven {
        client,
        context,
        outgoing,
        call,
        abort,
        got: Got::Nothing,
        hops: 0,
        permit_ms: None,
        limit: RateLimit::default(),
    };
    let mut step = driven.tell(Event::Began);
    loop {
        step = match step {
            Step::HandOut(out) => return driven.hand_out(out),
            step => driven.act(step).await,
        };
    }
}

struct Driven<'a> {
    client: &'a Inner,
    context: Option<&'a dyn Any>,
    outgoing: Outgoing,
    call: Call,
    abort: Abort,
    got: Got,
    /// How many redirects led to what was got.
    hops: u32,
    /// When the pacer let the attempt go, which it has not been told of.
    permit_ms: Option<f64>,
    /// What the last answer said of the store's quota.
    limit: RateLimit,
}

/// What the last attempt came to.
enum Got {
    Nothing,
    Answer(Response),
    Lost(ErrorKind, JsValue),
}

impl Driven<'_> {
    fn tell(&mut self, event: Event) -> Step {
        let mut shared = self.client.shared.borrow_mut();
        self.call.step(event, &mut shared.gate, now_ms(), random())
    }

    async fn act(&mut self, step: Step) -> Step {
        match step {
            Step::Send(sending) => self.send(sending).await,
            Step::Resolve { location, base } => {
                let url = Url::new_with_base(&location, &base).map(|url| url.href()).ok();
                self.tell(Event::Resolved(url.as_deref()))
            }
            Step::SearchBody => {
                let found = self.outgoing.holds_secret().await;
                self.tell(Event::Searched(found))
            }
            Step::ReadRequest => {
                let text = self.outgoing.text().await;
                self.tell(Event::RequestRead(text.as_deref()))
            }
            Step::ReadBody => match self.body().await {
                Some(body) => self.tell(Event::BodyRead(&body)),
                None => self.tell(Event::Aborted),
            },
            Step::AskBudget(kind) => {
                let taken = self.client.shared.borrow_mut().budget.as_mut().map(|it| it.take(kind));
                self.tell(Event::BudgetSaid(taken.unwrap_or(true)))
            }
            Step::Tell(told) => {
                let goes_on = self.ask_hook(told);
                self.tell(Event::HookSaid(goes_on))
            }
            Step::Wait { ms } => {
                self.let_go();
                let waited = {
                    // For as long as it is there, the pacer tells of this wait.
                    let pacer = self.client.pacer.as_ref();
                    let _repeat = pacer.map(|pacer| pacer.repeat(self.call.store(), ms));
                    self.abort.or(Sleep::new(ms)).await
                };
                self.tell(waited.map_or(Event::Aborted, |()| Event::Waited))
            }
            Step::Admit { attempt, max_wait_ms } => self.admit(attempt, max_wait_ms).await,
            Step::Settle(fate) => {
                self.settle(fate);
                self.tell(Event::Settled)
            }
            Step::AskPace => {
                let pacer = self.client.pacer.as_ref();
                let forecast = pacer.map(|pacer| pacer.forecast(self.call.store()));
                self.tell(Event::Forecast(forecast.unwrap_or_default()))
            }
            // There is nothing else.
            _ => self.tell(Event::Threw),
        }
    }

    async fn admit(&mut self, attempt: u32, max_wait_ms: f64) -> Step {
        let Some(pacer) = &self.client.pacer else { return self.tell(Event::Admitted) };
        let admitted = pacer.admit(self.call.store(), attempt, max_wait_ms);
        match self.abort.or(admitted).await {
            None => self.tell(Event::Aborted),
            Some(Ok(())) => {
                self.permit_ms = Some(now_ms());
                self.tell(Event::Admitted)
            }
            Some(Err(TooLong)) => {
                self.got = Got::Lost(ErrorKind::Quota, JsValue::UNDEFINED);
                self.tell(Event::Threw)
            }
        }
    }

    fn settle(&mut self, fate: Fate) {
        if let (Some(pacer), Some(sent_ms)) = (&self.client.pacer, self.permit_ms.take()) {
            pacer.settle(self.call.store(), fate, sent_ms, &self.limit);
        }
    }

    async fn send(&mut self, sending: Sending) -> Step {
        self.let_go();
        self.hops = sending.hop.number;
        match self.outgoing.send(&sending, &self.abort).await {
            Ok(response) => {
                let head = Head::read(&response);
                if self.client.pacer.is_some() {
                    self.limit = head.limit();
                }
                self.got = Got::Answer(response);
                head.lend(|answer| self.tell(Event::Answered(answer)))
            }
            Err(Lost::Failed(failure, cause)) => {
                self.got = Got::Lost(failure.into(), cause);
                self.tell(Event::Failed(failure))
            }
            Err(Lost::Hopeless(kind, cause)) => {
                self.got = Got::Lost(kind, cause);
                self.tell(Event::Threw)
            }
        }
    }

    /// The beginning of the answer's body; nothing where the caller gave up.
    async fn body(&mut self) -> Option<String> {
        match &self.got {
            Got::Answer(response) if cfg!(feature = "explain") => {
                self.abort.or(beginning_of(response)).await
            }
            _ => Some(String::new()),
        }
    }

    fn ask_hook(&self, told: Tell) -> bool {
        let Tell { attempt, status, failure, decision, .. } = told;
        let facts = self.outgoing.facts();
        let (method, url) = (facts.method.as_str(), shown(&facts.url));
        let (history, waited_ms) = (self.call.history(), self.call.waited_ms());
        let context = self.context;
        let notice = Notice {
            attempt,
            method,
            url: &url,
            waited_ms,
            status,
            failure,
            decision,
            history,
            context,
        };
        let hooks = &self.client.hooks;
        match told.hook {
            Hook::Retry => hooks.retry.as_ref().is_none_or(|hook| hook(&notice)),
            hook => {
                let hook = if hook == Hook::Attempt { &hooks.attempt } else { &hooks.give_up };
                hook.iter().for_each(|hook| hook(&notice));
                true
            }
        }
    }

    /// Lets go of an answer that is not handed out.
    fn let_go(&mut self) {
        if let Got::Answer(response) = std::mem::replace(&mut self.got, Got::Nothing) {
            cancel(response.body());
        }
    }

    fn hand_out(mut self, out: HandOut) -> Result<Answer, Error> {
        if let (Some(refund), Some(budget)) =
            (out.refund, &mut self.client.shared.borrow_mut().budget)
        {
            budget.give(refund);
        }
        let history = self.call.history().to_vec();
        let got = std::mem::replace(&mut self.got, Got::Nothing);
        let (kind, cause) = match (out.end, got) {
            (End::Answer, Got::Answer(response)) => {
                let was_led = self.hops > 0;
                return Ok(Answer { response: response.into(), history, was_led });
            }
            (end, got) => {
                let (kind, cause) = match got {
                    Got::Lost(kind, cause) => (kind, cause),
                    Got::Answer(response) => {
                        cancel(response.body());
                        (ErrorKind::Network, JsValue::UNDEFINED)
                    }
                    Got::Nothing => (ErrorKind::Network, JsValue::UNDEFINED),
                };
                match end {
                    End::Aborted => (ErrorKind::Aborted, self.abort.reason()),
                    End::Refused(refusal) => (ErrorKind::Redirect(refusal), JsValue::UNDEFINED),
                    _ => (kind, cause),
                }
            }
        };
        Err(Error { kind, cause, history })
    }
}

impl Drop for Driven<'_> {
    /// A future that is dropped hands nothing out.
    fn drop(&mut self) {
        self.settle(Fate::Released);
        self.let_go();
    }
}
