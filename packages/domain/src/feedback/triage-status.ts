import { z } from "zod";

export const feedbackStatuses = [
  "new",
  "in_review",
  "waiting",
  "categorised",
  "answered",
  "closed",
  "routed",
  "duplicate",
  "rejected",
] as const;
export type FeedbackStatus = (typeof feedbackStatuses)[number];

export const feedbackKinds = ["idea", "complaint", "praise", "question", "other"] as const;
export type FeedbackKind = (typeof feedbackKinds)[number];
export const feedbackKindSchema = z.enum(feedbackKinds);

export const feedbackSources = [
  "survey",
  "feedback_form",
  "email",
  "phone_note",
  "service_point",
  "chat",
  "social_media",
  "stakeholder",
  "letter",
] as const;
export type FeedbackSource = (typeof feedbackSources)[number];
export const feedbackSourceSchema = z.enum(feedbackSources);

/** Why an item has no theme. */
export const noThemeReasons = ["empty", "too_general", "off_topic", "not_understandable", "praise_only"] as const;
/** Where an item goes that is not feedback; each class has its own clock. */
export const routingClasses = [
  "question",
  "revised_decision",
  "appeal",
  "administrative_complaint",
  "accessibility",
  "document_request",
  "data_protection",
  "whistleblowing",
  "other_authority",
  "safety",
] as const;
export type RoutingClass = (typeof routingClasses)[number];
export const rejectReasons = ["empty_text", "test_response", "abusive", "not_feedback"] as const;
