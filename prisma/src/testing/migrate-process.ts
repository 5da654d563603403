import { migrate } from "../migrate.ts";

/** Migrates the database named as argument and prints the names of the migrations it applied. */
process.stdout.write(JSON.stringify(await migrate(process.argv[2] ?? "")));
