import IconCheck from "@tabler/icons-react/dist/esm/icons/IconCheck.mjs";
import { createElement } from "react";
import { createTheme, type CSSVariablesResolver, type MantineColorsTuple } from "@mantine/core";

const petrol: MantineColorsTuple = [
  "#e6f0f1",
  "#dfecee",
  "#c8dfe3",
  "#aedbe2",
  "#8fcbd5",
  "#6fbecb",
  "#12606f",
  "#114e5c",
  "#0e4450",
  "#0b3e4a",
];

/** Mantine gives behaviour; its look is taken from tokens.css. */
export const theme = createTheme({
  fontFamily: "var(--sans)",
  colors: { petrol },
  primaryColor: "petrol",
  primaryShade: { light: 7, dark: 4 },
  defaultRadius: 6,
  focusRing: "auto",
  respectReducedMotion: true,
  cursorType: "pointer",
  fontSizes: { xs: "0.75rem", sm: "0.8125rem", md: "0.875rem" },
  components: {
    Menu: {
      defaultProps: {
        shadow: "none",
        transitionProps: { duration: 0 },
        radius: 8,
        offset: 4,
        checkIcon: createElement(IconCheck, { size: 16, stroke: 1.75 }),
        // The placeholder is a child that a menu may not have; the first item takes the focus instead.
        withInitialFocusPlaceholder: false,
      },
    },
    Popover: { defaultProps: { shadow: "none", transitionProps: { duration: 0 }, radius: 8, offset: 4 } },
    Modal: { defaultProps: { transitionProps: { duration: 0 }, radius: 8, overlayProps: { backgroundOpacity: 0.4 } } },
    Tooltip: {
      defaultProps: {
        transitionProps: { duration: 0 },
        openDelay: 400,
        events: { hover: true, focus: true, touch: false },
      },
    },
  },
});

export const cssVariables: CSSVariablesResolver = () => {
  const shared = {
    "--mantine-color-body": "var(--paper-1)",
    "--mantine-color-text": "var(--ink-1)",
    "--mantine-color-bright": "var(--ink-1)",
    "--mantine-color-dimmed": "var(--ink-3)",
    "--mantine-color-placeholder": "var(--ink-3)",
    "--mantine-color-anchor": "var(--accent)",
    "--mantine-color-error": "var(--alert)",
    "--mantine-color-default": "var(--paper-0)",
    "--mantine-color-default-hover": "var(--paper-3)",
    "--mantine-color-default-color": "var(--ink-1)",
    "--mantine-color-default-border": "var(--edge)",
    "--mantine-color-disabled": "var(--paper-3)",
    "--mantine-color-disabled-color": "var(--ink-3)",
    "--mantine-color-disabled-border": "var(--line-2)",
    "--mantine-primary-color-filled": "var(--accent)",
    "--mantine-primary-color-filled-hover": "var(--accent-hover)",
    "--mantine-primary-color-contrast": "var(--on-accent)",
    "--mantine-color-petrol-filled": "var(--accent)",
    "--mantine-color-petrol-filled-hover": "var(--accent-hover)",
    "--mantine-line-height": "1.25rem",
    "--mantine-shadow-md": "var(--shadow-layer)",
    "--mantine-shadow-xl": "var(--shadow-layer)",
  };
  return { variables: {}, light: shared, dark: shared };
};
