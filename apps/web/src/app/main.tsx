import "@fontsource-variable/inter/wght.css";
import "@fontsource-variable/source-serif-4/wght.css";
import "@mantine/core/styles/baseline.css";
import "@mantine/core/styles/default-css-variables.css";
import "@mantine/core/styles/global.css";
import "@mantine/core/styles/UnstyledButton.css";
import "@mantine/core/styles/CloseButton.css";
import "@mantine/core/styles/Overlay.css";
import "@mantine/core/styles/Popover.css";
import "@mantine/core/styles/Menu.css";
import "@mantine/core/styles/ModalBase.css";
import "@mantine/core/styles/Modal.css";
import "../ui/tokens.css";
import "../ui/base.css";

import { StrictMode } from "react";
import { createRoot } from "react-dom/client";

import { initialLanguage, startTranslation } from "#locales/translation";

import { App } from "./App.tsx";
import { beginArrival } from "./router.tsx";

const place = document.getElementById("root");
if (place === null) throw new Error("the page has no #root");

// What fails here is asked again by whoever needs it, and said there.
beginArrival(location).catch(() => undefined);
await startTranslation(initialLanguage());
createRoot(place).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
