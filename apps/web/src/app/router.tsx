import type { Permission } from "@kuultu/domain/staff/permission";
import type { OrganisationView } from "@kuultu/domain/staff/staff-view";
import {
  createRootRoute,
  createRoute,
  createRouter,
  defaultParseSearch,
  lazyRouteComponent,
  notFound,
  Outlet,
  redirect,
} from "@tanstack/react-router";

import { FeedbackSkeleton } from "#feedback/FeedbackSkeleton";
import { readFeedbackSearch } from "#feedback/feedback-search";
import { fetchAhead } from "#feedback/queue-query";
import { readFlowSearch } from "#feedback/flow-search";
import { readInboxSearch } from "#feedback/inbox-search";
import { readIntakeSearch } from "#intake/intake-search";
import { readRoutedSearch } from "#routed/routed-search";
import { readSettingsSearch } from "#settings/settings-search";
import { readThemeSearch } from "#themes/theme-search";
import { readTrendSearch } from "#trends/trend-search";
import { chooseLanguage, loadTexts, screenLanguage } from "#locales/translation";

import { ErrorPage } from "./ErrorPage.tsx";
import { NotFoundPage } from "./NotFoundPage.tsx";
import { OrganisationLayout } from "./OrganisationLayout.tsx";
import { firstRoom } from "./rooms.ts";
import { lastOrganisation, rememberOrganisation } from "./last-organisation.ts";
import { meQuery } from "./session.tsx";
import { readSearch, textLike, truth } from "./search-part.ts";
import { connectionFor, rootConnection } from "./trpc.ts";

const rootRoute = createRootRoute({ component: Outlet, errorComponent: ErrorPage, notFoundComponent: NotFoundPage });

const whoAmI = () => rootConnection.queryClient.ensureQueryData(meQuery());

/** Triage with the texts of its list and of the open item. */
const loadTriage = async () => {
  const texts = loadTexts(["feedback", "keys", "live", "reading", "search", "steps", "undoing"]);
  const [room] = await Promise.all([import("#feedback/FeedbackPage"), texts]);
  return room;
};

/** Asks at once for what the address will need: otherwise the room waits for who is here, and the list for the room. */
export async function beginArrival({ pathname, search }: Pick<Location, "pathname" | "search">): Promise<void> {
  if (pathname === "/sign-in") return;
  const slug = /^\/([^/]+)\/feedback$/u.exec(pathname)?.[1];
  const room = slug === undefined ? undefined : loadTriage().catch(() => undefined);
  const here = (await whoAmI())?.organisations.find((each) => each.slug === slug);
  if (here?.permissions.includes("feedback.read") !== true) return;
  await Promise.all([room, fetchAhead(connectionFor(here.slug), readFeedbackSearch(defaultParseSearch(search)))]);
}

const homeRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/",
  beforeLoad: async () => {
    const organisations = (await whoAmI())?.organisations ?? [];
    const organisation = organisations.find(({ slug }) => slug === lastOrganisation()) ?? organisations[0];
    if (organisation === undefined) throw redirect({ to: "/sign-in" });
    throw redirect({ to: "/$organisation", params: { organisation: organisation.slug } });
  },
});

const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/sign-in",
  validateSearch: readSearch({ to: textLike(/^\//u), ended: truth }),
  component: lazyRouteComponent(() => import("#staff/SignInPage"), "SignInPage"),
});

const organisationRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/$organisation",
  beforeLoad: async ({ params, location }) => {
    const me = await whoAmI();
    if (me === null) throw redirect({ to: "/sign-in", search: { to: location.href } });
    const organisation = me.organisations.find((each) => each.slug === params.organisation);
    if (organisation === undefined) throw notFound({ routeId: "__root__" });
    rememberOrganisation(organisation.slug);
    const { language } = organisation.preferences;
    if (language !== undefined && language !== screenLanguage()) await chooseLanguage(language);
    return { organisation, connection: connectionFor(organisation.slug) };
  },
  component: OrganisationLayout,
  notFoundComponent: NotFoundPage,
});

const organisationHomeRoute = createRoute({
  getParentRoute: () => organisationRoute,
  path: "/",
  beforeLoad: ({ context, params }) => {
    const room = firstRoom(context.organisation.permissions);
    if (room !== undefined) throw redirect({ to: room.to, params, search: {} });
  },
  component: lazyRouteComponent(() => import("./NoRoomsPage.tsx"), "NoRoomsPage"),
});

const ClosedRoomPage = lazyRouteComponent(() => import("./ClosedRoomPage.tsx"), "ClosedRoomPage");

/** A room opens to those whose roles open it; others are told which do, and nothing in it asks the server. */
const openTo = (...opening: readonly Permission[]) => ({
  loader: ({ context }: { readonly context: { readonly organisation: OrganisationView } }): void => {
    if (!opening.some((each) => context.organisation.permissions.includes(each))) throw notFound();
  },
  notFoundComponent: () => <ClosedRoomPage opening={opening} />,
});

const feedbackRoute = createRoute({
  getParentRoute: () => organisationRoute,
  path: "feedback",
  ...openTo("feedback.read"),
  validateSearch: readFeedbackSearch,
  component: lazyRouteComponent(loadTriage, "FeedbackPage"),
  // In its place at once, and not a moment longer than the script takes.
  pendingComponent: FeedbackSkeleton,
  pendingMs: 0,
  pendingMinMs: 0,
});

const flowRoute = createRoute({
  getParentRoute: () => organisationRoute,
  path: "feedback/flow",
  ...openTo("feedback.read"),
  validateSearch: readFlowSearch,
  component: lazyRouteComponent(() => import("#feedback/FlowPage"), "FlowPage"),
});

const inboxRoute = createRoute({
  getParentRoute: () => organisationRoute,
  path: "inbox",
  ...openTo("feedback.read"),
  validateSearch: readInboxSearch,
  component: lazyRouteComponent(() => import("#feedback/InboxPage"), "InboxPage"),
});

const themesRoute = createRoute({
  getParentRoute: () => organisationRoute,
  path: "themes",
  ...openTo("themes.read"),
  validateSearch: readThemeSearch,
  component: lazyRouteComponent(() => import("#themes/ThemesPage"), "ThemesPage"),
});

const themeRoute = createRoute({
  getParentRoute: () => organisationRoute,
  path: "themes/$themeId",
  ...openTo("themes.read"),
  component: lazyRouteComponent(() => import("#themes/ThemePage"), "ThemePage"),
});

const trendsRoute = createRoute({
  getParentRoute: () => organisationRoute,
  path: "trends",
  ...openTo("figures.read"),
  validateSearch: readTrendSearch,
  component: lazyRouteComponent(() => import("#trends/TrendsPage"), "TrendsPage"),
});

const roundsRoute = createRoute({
  getParentRoute: () => organisationRoute,
  path: "rounds",
  ...openTo("figures.read"),
  component: lazyRouteComponent(() => import("#rounds/RoundsPage"), "RoundsPage"),
});

const roundRoute = createRoute({
  getParentRoute: () => organisationRoute,
  path: "rounds/$roundId",
  ...openTo("figures.read"),
  component: lazyRouteComponent(() => import("#rounds/RoundPage"), "RoundPage"),
});

const surveyRoute = createRoute({
  getParentRoute: () => organisationRoute,
  path: "rounds/survey/$surveyId",
  ...openTo("figures.read"),
  component: lazyRouteComponent(() => import("#rounds/SurveyPage"), "SurveyPage"),
});

const intakeRoute = createRoute({
  getParentRoute: () => organisationRoute,
  path: "intake",
  ...openTo("intake.run"),
  validateSearch: readIntakeSearch,
  component: lazyRouteComponent(() => import("#intake/IntakePage"), "IntakePage"),
});

const importRoute = createRoute({
  getParentRoute: () => organisationRoute,
  path: "intake/$importId",
  ...openTo("intake.run"),
  component: lazyRouteComponent(() => import("#intake/ImportPage"), "ImportPage"),
});

const routedRoute = createRoute({
  getParentRoute: () => organisationRoute,
  path: "routed",
  ...openTo("routed.handle"),
  validateSearch: readRoutedSearch,
  component: lazyRouteComponent(() => import("#routed/RoutedPage"), "RoutedPage"),
});

const settingsRoute = createRoute({
  getParentRoute: () => organisationRoute,
  path: "settings",
  ...openTo("settings.edit", "feedback.read", "themes.read"),
  validateSearch: readSettingsSearch,
  component: lazyRouteComponent(() => import("#settings/SettingsPage"), "SettingsPage"),
});

const routeTree = rootRoute.addChildren([
  homeRoute,
  signInRoute,
  organisationRoute.addChildren([
    organisationHomeRoute,
    feedbackRoute,
    flowRoute,
    inboxRoute,
    themesRoute,
    themeRoute,
    trendsRoute,
    roundsRoute,
    roundRoute,
    surveyRoute,
    intakeRoute,
    importRoute,
    routedRoute,
    settingsRoute,
  ]),
]);

export const router = createRouter({
  routeTree,
  defaultPreload: "intent",
  defaultPreloadStaleTime: 0,
  defaultErrorComponent: ErrorPage,
  scrollRestoration: true,
});

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}
