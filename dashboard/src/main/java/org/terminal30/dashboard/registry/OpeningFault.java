package org.terminal30.dashboard.registry;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** What keeps a site from being opened, in a sentence with the way out. */
final class OpeningFault {
    /** The oldest that its makers still mend. */
    static final int OLDEST_SERVER = 14;

    private OpeningFault() {
    }

    static RegistryException of(SQLException failure, PostgresSite site) {
        String state = failure.getSQLState() == null ? "" : failure.getSQLState();
        String why = switch (state) {
            case "28P01", "28000", "08004" -> "%s does not let user \"%s\" into database %s: check --registry-user, the"
                    .formatted(site.server(), site.user(), site.database())
                    + " password file and the server's pg_hba.conf";
            case "3D000" -> "there is no database %1$s at %2$s: make it with createdb --owner=%3$s --encoding=UTF8 %1$s"
                    .formatted(site.database(), site.server(), site.user());
            case "08001" -> "no PostgreSQL answers at %s: check --registry and that the server runs"
                    .formatted(site.server());
            case "57P03", "53300" -> "PostgreSQL at %s takes nobody in at the moment: try again".formatted(site
                    .server());
            case "42501" -> "user \"%1$s\" may not make the schema %2$s: grant create on database %3$s to %1$s"
                    .formatted(site.user(), site.schema(), site.database());
            default -> "PostgreSQL refuses";
        };
        return new RegistryException("the registry (%s) cannot be opened: %s".formatted(site, why), failure);
    }

    /** Refuses what would go wrong later. */
    static void refuseUnfit(Connection connection, PostgresSite site) throws SQLException {
        refuseOld(connection.getMetaData().getDatabaseMajorVersion(), site);
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("show server_encoding")) {
            row.next();
            refuseEncoding(row.getString(1), site);
        }
    }

    static void refuseOld(int major, PostgresSite site) {
        if (major < OLDEST_SERVER) {
            throw new RegistryException(
                    "the registry (%s) cannot be opened: the server is PostgreSQL %d, must be %d or newer"
                            .formatted(site, major, OLDEST_SERVER));
        }
    }

    static void refuseEncoding(String encoding, PostgresSite site) {
        if (!encoding.equals("UTF8")) {
            throw new RegistryException(
                    "the registry (%s) cannot be opened: the database's encoding is %s, must be UTF8: make it with"
                            .formatted(site, encoding) + " createdb --template=template0 --encoding=UTF8");
        }
    }
}
