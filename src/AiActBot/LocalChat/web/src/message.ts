import type { Activity, Citation, Entry, Person, Stream } from "./api";
import { cardElement, type CardDoors } from "./card";
import { addChips, addStillChips, citationsOf } from "./citations";
import { botAvatar, el, icon } from "./dom";
import { feedbackElement } from "./feedback";
import { markdownToHtml } from "./markdown";

export interface MessageDoors extends CardDoors {
  openCitation(citation: Citation, chip: HTMLElement): void;
}

const adaptiveCard = "application/vnd.microsoft.card.adaptive";

/** One message as it stands in the conversation. */
export function messageElement(person: Person, entry: Entry, doors: MessageDoors): HTMLElement {
  const { activity } = entry;
  const content = el("div", { class: "content" });
  const attachments = activity.attachments ?? [];
  const hasText = Boolean(activity.text);
  if (hasText) {
    const bubble = el("div", { class: "bubble" }, textElement(entry, doors));
    content.append(bubble);
  }
  for (const attachment of attachments) {
    if (attachment.contentType === adaptiveCard && attachment.content)
      content.append(cardElement(person, entry.id, entry.view ?? attachment.content, doors));
    else
      content.append(el("p", { class: "bubble soft", text: "attachment", values: [attachment.name ?? attachment.contentType] }));
  }
  if (entry.fromBot && (activity.channelData?.feedbackLoop?.type || activity.channelData?.feedbackLoopEnabled))
    content.append(feedbackElement(person, entry.id));
  return frame(entry.id, entry.fromBot, attachments.length > 0, header(activity, entry.fromBot, entry.updated), content);
}

/** An answer that is still being written. */
export function streamElement(stream: Stream): HTMLElement {
  const body = el("div", { class: "text" });
  if (stream.text) body.innerHTML = markdownToHtml(stream.text);
  else body.append(el("span", { class: "informative" }, stream.informative ?? ""));
  addStillChips(body);
  const bubble = el("div", { class: "bubble streaming" }, body);
  const message = frame(stream.id, true, false, header({ type: "message" }, true, false), el("div", { class: "content" }, bubble));
  // A screen reader hears the answer once, when it is whole.
  message.setAttribute("aria-busy", "true");
  message.dataset.stream = "true";
  return message;
}

function frame(id: string, fromBot: boolean, wide: boolean, head: HTMLElement, content: HTMLElement): HTMLElement {
  const message = el("article", {
    class: `message ${fromBot ? "from-bot" : "from-me"}${wide ? " wide" : ""}`,
    testid: "message",
    attributes: { "data-activity": id, "data-from": fromBot ? "bot" : "person" },
  });
  if (fromBot) message.append(botAvatar());
  message.append(el("div", { class: "message-body" }, head, content));
  return message;
}

function header(activity: Activity, fromBot: boolean, updated: boolean): HTMLElement {
  const isGenerated = (activity.entities ?? []).some((entity) => entity.additionalType?.includes("AIGeneratedContent"));
  return el("header", { class: "message-head" },
    fromBot ? el("span", { class: "name" }, "AiActBot") : el("span", { class: "name visually-hidden", text: "you" }),
    activity.timestamp ? el("time", { attributes: { datetime: activity.timestamp } }, shortTime(activity.timestamp)) : null,
    isGenerated ? el("span", { class: "label", testid: "ai-label" }, icon("spark"), el("span", { text: "aiLabel" })) : null,
    updated ? el("span", { class: "soft", text: "updated" }) : null);
}

function textElement(entry: Entry, doors: MessageDoors): HTMLElement {
  const { text = "", textFormat } = entry.activity;
  const body = el("div", { class: "text" });
  if (!entry.fromBot || textFormat === "plain") {
    body.classList.add("plain");
    body.textContent = text;
  } else {
    body.innerHTML = markdownToHtml(text);
    // Wide tables scroll within the message, not the page with them.
    for (const table of body.querySelectorAll("table")) {
      const scroller = el("div", { class: "table-scroller", attributes: { tabindex: "0" } });
      table.replaceWith(scroller);
      scroller.append(table);
    }
  }
  addChips(body, citationsOf(entry.activity), doors.openCitation);
  return body;
}

function shortTime(timestamp: string): string {
  const moment = new Date(timestamp);
  const time = moment.toLocaleTimeString("nl-NL", { hour: "2-digit", minute: "2-digit" });
  const isToday = moment.toDateString() === new Date().toDateString();
  return isToday ? time : `${moment.getDate()}-${moment.getMonth() + 1} ${time}`;
}
