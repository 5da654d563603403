import { Menu } from "@mantine/core";
import { useTranslation } from "react-i18next";

import type { Arrival } from "#ui/deferred";
import { menuLook } from "#ui/menu-look";

import { ViewMenuButton, type ViewMenuProps } from "./ViewMenu.tsx";

export function ViewMenuLayer({ view, saved, views, onName, startOpen }: ViewMenuProps & Arrival) {
  const { t } = useTranslation("views");
  const look = views.look;
  const own = views.all.filter((each) => each.saved?.own === true);
  const at = own.findIndex((each) => each.key === view.key);
  return (
    <Menu position="bottom-end" withinPortal={false} defaultOpened={startOpen} classNames={menuLook}>
      <Menu.Target>
        <ViewMenuButton name={view.name} />
      </Menu.Target>
      <Menu.Dropdown>
        {saved.changeable && view.changed ? (
          <Menu.Item onClick={() => views.change(saved, { look })}>{t("update")}</Menu.Item>
        ) : null}
        <Menu.Item onClick={() => onName(null)}>{t("saveNew")}</Menu.Item>
        {saved.changeable ? (
          <>
            <Menu.Item onClick={() => onName(view.key)}>{t("rename")}</Menu.Item>
            <Menu.Item onClick={() => views.change(saved, { shared: !saved.shared })}>
              {t(saved.shared ? "unshare" : "share")}
            </Menu.Item>
          </>
        ) : null}
        {at > 0 ? <Menu.Item onClick={() => views.move(saved, -1)}>{t("up")}</Menu.Item> : null}
        {at >= 0 && at < own.length - 1 ? (
          <Menu.Item onClick={() => views.move(saved, 1)}>{t("down")}</Menu.Item>
        ) : null}
        {saved.changeable ? (
          <>
            <Menu.Divider />
            <Menu.Item onClick={() => views.remove(saved)}>{t("remove")}</Menu.Item>
          </>
        ) : null}
      </Menu.Dropdown>
    </Menu>
  );
}
