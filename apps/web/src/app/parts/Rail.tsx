import { Link } from "@tanstack/react-router";
import IconClockExclamation from "@tabler/icons-react/dist/esm/icons/IconClockExclamation.mjs";
import { useTranslation } from "react-i18next";

import { opens, type Room, rooms } from "../rooms.ts";
import { useOrganisation } from "../session.tsx";
import { DemonstrationNote } from "./DemonstrationNote.tsx";
import styles from "./Rail.module.css";
import { useRoomNumbers } from "./use-room-numbers.ts";

/** The rooms, each with the one number that matters. */
export function Rail() {
  const { t } = useTranslation("app");
  const { slug, demonstration, permissions } = useOrganisation();
  const numbers = useRoomNumbers();
  return (
    <nav className={styles.rail} aria-label={t("rooms.label")}>
      <ul className={styles.rooms}>
        {rooms
          .filter((room) => opens(room, permissions))
          .map((room) => (
            <li key={room.name}>
              <Link
                to={room.to}
                params={{ organisation: slug }}
                search={{}}
                className={styles.room}
                activeOptions={{ exact: false, includeSearch: false }}
                activeProps={{ "data-here": true, "aria-current": "page" }}
                title={t(`rooms.${room.name}`)}
              >
                <room.icon size={18} stroke={1.5} aria-hidden="true" className={styles.icon} />
                <span className={styles.name}>{t(`rooms.${room.name}`)}</span>
                <RoomNumber room={room} numbers={numbers} />
              </Link>
            </li>
          ))}
      </ul>
      {demonstration ? <DemonstrationNote place="rail" /> : null}
    </nav>
  );
}

function RoomNumber({ room, numbers }: { readonly room: Room; readonly numbers: ReturnType<typeof useRoomNumbers> }) {
  const number = numbers[room.name];
  if (number === undefined) return null;
  return (
    <span className={styles.number} data-alert={number.alert || undefined} data-figure={number.figure || undefined}>
      {number.alert ? <IconClockExclamation size={14} stroke={1.75} aria-hidden="true" /> : null}
      <span aria-hidden="true">{number.shown}</span>
      <span className="visually-hidden">{number.words}</span>
    </span>
  );
}
