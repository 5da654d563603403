// npm run dev: the server and the screen from source, both reloading.
import { environment, installWhatIsMissing, run, turbo } from "./install.mjs";

installWhatIsMissing();
turbo("generate");
run("turbo", ["run", "dev", "--ui=stream"], { env: environment });
