/** Icons are taken one by one: the package's own entrance loads six thousand files in development and in tests. */
declare module "@tabler/icons-react/dist/esm/icons/*.mjs" {
  import type { Icon } from "@tabler/icons-react";
  const icon: Icon;
  export default icon;
}
