import type { FeedbackKind } from "@kuultu/domain/feedback/triage-status";
import type { Icon } from "@tabler/icons-react";
import IconBulb from "@tabler/icons-react/dist/esm/icons/IconBulb.mjs";
import IconCircleDashed from "@tabler/icons-react/dist/esm/icons/IconCircleDashed.mjs";
import IconHeart from "@tabler/icons-react/dist/esm/icons/IconHeart.mjs";
import IconHelpCircle from "@tabler/icons-react/dist/esm/icons/IconHelpCircle.mjs";
import IconMessage2Exclamation from "@tabler/icons-react/dist/esm/icons/IconMessage2Exclamation.mjs";

export const kindIcons: Readonly<Record<FeedbackKind, Icon>> = {
  idea: IconBulb,
  complaint: IconMessage2Exclamation,
  praise: IconHeart,
  question: IconHelpCircle,
  other: IconCircleDashed,
};
