// Loads the demonstration data; npm start runs it once, on an empty database.
import { now } from "@/lib/platform/clock";
import { db } from "@/lib/platform/db";
import { seedDemonstration } from "@/prisma/seed/demonstration";

await seedDemonstration(now());
await db.$disconnect();
