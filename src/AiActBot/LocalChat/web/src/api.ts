import { currentLanguage, text, type Language } from "./texts";

export interface Person {
  key: string;
  name: string;
  mri: string;
  mail: string;
  role: Record<Language, string>;
  company: string | null;
  installed: boolean;
  unread: number;
  unreadMail: number;
}

export interface Attachment {
  contentType: string;
  content?: Record<string, unknown>;
  name?: string;
}

export interface Citation {
  position: number;
  appearance: { name: string; abstract: string; url?: string; keywords?: string[] };
}

export interface Activity {
  type: string;
  text?: string;
  textFormat?: string;
  timestamp?: string;
  attachments?: Attachment[];
  entities?: { type: string; additionalType?: string[]; citation?: Citation[] }[];
  suggestedActions?: { actions?: { type: string; title: string; value?: unknown }[] };
  channelData?: { feedbackLoop?: { type?: string }; feedbackLoopEnabled?: boolean };
}

export interface Entry {
  sequence: number;
  id: string;
  fromBot: boolean;
  updated: boolean;
  activity: Activity;
  view: Record<string, unknown> | null;
}

export interface Stream {
  id: string;
  text: string;
  informative: string | null;
}

export interface Mail {
  id: string;
  from: string;
  to: string;
  subject: string;
  received: string;
  text: string;
  attachments: string[];
  read: boolean;
}

export interface InvokeAnswer {
  statusCode?: number;
  type?: string;
  value?: unknown;
}

/** A refusal in words for the person at the page. */
export class Failure extends Error {}

async function call(path: string, body?: object): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(`/local/api/${path}`, body === undefined ? {} : {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({
        ...body,
        locale: currentLanguage() === "nl" ? "nl-NL" : "en-GB",
        timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
      }),
    });
  } catch {
    throw new Failure(text("failUnreachable"));
  }
  if (response.ok) return response;
  const error = ((await response.json().catch(() => null)) as { error?: { kind?: string; status?: number } } | null)?.error;
  if (error?.kind === "timeout") throw new Failure(text("failTimeout"));
  if (error?.kind === "unreachable") throw new Failure(text("failUnreachable"));
  throw new Failure(text("failStatus", String(error?.status ?? response.status)));
}

const get = async <T>(path: string): Promise<T> => (await call(path)).json() as Promise<T>;

export const api = {
  people: () => get<Person[]>("people"),
  transcript: (key: string) => get<{ entries: Entry[]; stream: Stream | null }>(`people/${key}/transcript`),
  mails: (key: string) => get<Mail[]>(`people/${key}/mails`),
  install: (key: string) => call(`people/${key}/install`, {}),
  markRead: (key: string) => call(`people/${key}/read`, {}),
  markMailRead: (key: string, mail: string) => call(`people/${key}/mails/${encodeURIComponent(mail)}/read`, {}),
  stop: (key: string) => call(`people/${key}/stop`, {}),
  send: (key: string, message: string, retry: boolean) =>
    call(`people/${key}/messages`, retry ? { text: message, retry } : { text: message }),
  submit: (key: string, activityId: string, data: unknown, message?: string) =>
    call(`people/${key}/submit`, { activityId, data, ...(message ? { text: message } : {}) }),
  feedback: (key: string, activityId: string, reaction: string, comment: string) =>
    call(`people/${key}/feedback`, { activityId, reaction, text: comment }),
  invoke: async (key: string, activityId: string, action: object, trigger: "manual" | "automatic"): Promise<InvokeAnswer> => {
    const response = await call(`people/${key}/invoke`, { activityId, action, trigger });
    return ((await response.json()) as { answer: InvokeAnswer | null }).answer ?? {};
  },
};
