package org.terminal30.dashboard.history.influx;

import java.io.IOException;
import java.util.List;

import com.influxdb.client.InfluxDBClient;
import com.influxdb.client.domain.Bucket;
import com.influxdb.client.domain.BucketRetentionRules;
import com.influxdb.client.domain.DBRPCreate;
import com.influxdb.client.domain.DBRPs;
import com.influxdb.client.domain.Organization;
import com.influxdb.client.service.DbrPsService;
import com.influxdb.exceptions.InfluxException;
import org.jspecify.annotations.Nullable;
import retrofit2.Response;

import org.terminal30.dashboard.history.influx.InfluxSetUp.Wanted;

/** InfluxDB 2: buckets, each mapped to a database of its name, so that it can be asked in InfluxQL. */
record Influx2(InfluxDBClient client, String org) implements InfluxSetUp.Server {
    private static final String POLICY = "autogen";

    @Override
    public String make(Wanted wanted) throws SetUpException {
        try {
            String orgId = orgId();
            Bucket bucket = client.getBucketsApi().findBucketByName(wanted.name());
            String did = bucket == null ? "made" : "there already";
            if (bucket == null) {
                bucket = client.getBucketsApi().createBucket(wanted.name(), rules(wanted), orgId);
            } else if (!keeps(bucket, wanted)) {
                did += ", keeps something else: left as it is, change it in InfluxDB";
            }
            return "bucket %s: %s, %s; %s".formatted(wanted.name(), did, wanted.words(), map(bucket, orgId));
        } catch (InfluxException refused) {
            throw new SetUpException(
                    "bucket %s could not be made: InfluxDB answers %d: %s. The token must be one that may "
                            .formatted(wanted.name(), refused.status(), refused.getMessage())
                            + "read and write buckets and DBRP mappings of the organisation");
        } catch (IOException silent) {
            throw new SetUpException("bucket %s could not be mapped: %s".formatted(wanted.name(), silent.getMessage()));
        }
    }

    private String orgId() throws SetUpException {
        List<Organization> all = client.getOrganizationsApi().findOrganizations();
        return all.stream().filter(one -> org.equals(one.getName())).map(Organization::getId).findFirst()
                .orElseThrow(() -> new SetUpException(
                        "there is no organisation \"%s\" that the token may see; --org must be one of %s"
                                .formatted(org, all.stream().map(Organization::getName).toList())));
    }

    private static @Nullable BucketRetentionRules rules(Wanted wanted) {
        return wanted.keep().isZero()
                ? null
                : new BucketRetentionRules().everySeconds(Math.toIntExact(wanted.keep().toSeconds()));
    }

    private static boolean keeps(Bucket bucket, Wanted wanted) {
        long seconds = bucket.getRetentionRules().stream().mapToLong(rule -> rule.getEverySeconds() == null
                ? 0
                : rule.getEverySeconds()).findFirst().orElse(0);
        return seconds == wanted.keep().toSeconds();
    }

    private String map(Bucket bucket, String orgId) throws IOException, SetUpException {
        DbrPsService service = client.getService(DbrPsService.class);
        Response<DBRPs> known = service.getDBRPs(null, orgId, null, null, null, null, bucket.getName(), POLICY)
                .execute();
        DBRPs mappings = known.body();
        if (mappings != null && mappings.getContent() != null && mappings.getContent().stream()
                .anyMatch(mapping -> bucket.getId().equals(mapping.getBucketID()))) {
            return "mapped already";
        }
        Response<?> made = service.postDBRP(new DBRPCreate().orgID(orgId).bucketID(bucket.getId())
                .database(bucket.getName()).retentionPolicy(POLICY)._default(true), null).execute();
        if (!made.isSuccessful()) {
            throw new SetUpException("bucket %s could not be mapped to a database: InfluxDB answers %d".formatted(
                    bucket.getName(), made.code()));
        }
        return "mapped to the database of that name";
    }
}
