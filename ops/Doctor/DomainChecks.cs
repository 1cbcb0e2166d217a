using Amazon.SimpleEmailV2;
using Amazon.SimpleEmailV2.Model;
using SesCompliance.Ops.Checks;

namespace SesCompliance.Ops.Doctor;

/// <summary>The domain's identity: whether SES may send from it, and as what receivers see it.</summary>
internal static class DomainChecks
{
    private const string Identity = "Identity";
    private const string Verified = "Verified for sending";
    private const string Dkim = "DKIM";
    private const string Signing = "DKIM signing";
    private const string KeyLength = "DKIM key length";
    private const string MailFrom = "MAIL FROM";
    private const string DefaultSet = "Default configuration set";

    private static CheckGroup Group => CheckGroup.Domain;

    public static IEnumerable<Question> For(Patient patient) =>
    [
        new(Group, [Identity, Verified, Dkim, Signing, KeyLength, MailFrom, DefaultSet], async () =>
            await FindAsync(patient, patient.Domain) is { } identity
                ? [
                    Group.Pass(Identity, patient.Domain), OfVerification(patient, identity), OfDkim(patient, identity.DkimAttributes), OfSigning(patient, identity.DkimAttributes),
                    OfKeyLength(patient, identity.DkimAttributes), OfMailFrom(patient, identity.MailFromAttributes), OfDefaultSet(patient, identity.ConfigurationSetName),
                ]
                : [await MissingAsync(patient)]),
    ];

    private static async Task<GetEmailIdentityResponse?> FindAsync(Patient patient, string domain)
    {
        try
        {
            return await patient.Aws.Ses.GetEmailIdentityAsync(new GetEmailIdentityRequest { EmailIdentity = domain }, patient.Cancelled);
        }
        catch (NotFoundException)
        {
            return null;
        }
    }

    private static async Task<Check> MissingAsync(Patient patient)
    {
        for (var dot = patient.Domain.IndexOf('.', StringComparison.Ordinal); dot >= 0; dot = patient.Domain.IndexOf('.', dot + 1))
        {
            var parent = patient.Domain[(dot + 1)..];
            if (parent.Contains('.', StringComparison.Ordinal) && await FindAsync(patient, parent) is not null)
            {
                return Group.Fail(
                    Identity, $"none for {patient.Domain}, but one for {parent}", "The stack's functions may only send as the identity of key domain.",
                    $"Send from {parent} (pulumi config set ses-compliance:domain {parent} --stack {patient.Stack.Name}), or make an identity of its own (key identityMode create):",
                    patient.Redeploy);
            }
        }

        return Group.Fail(
            Identity, $"none for {patient.Domain}", "SES sends only from identities of the account and region.",
            "Key identityMode create lets the stack make it; with reference, deploy the stack that does:", patient.Redeploy);
    }

    private static Check OfVerification(Patient patient, GetEmailIdentityResponse identity) => identity.VerifiedForSendingStatus == true
        ? Group.Pass(Verified, "yes")
        : Group.Fail(Verified, $"no ({identity.VerificationStatus?.Value ?? "not told"})", "SES refuses every mail from the domain until its DKIM records are seen.", VerifyDns(patient));

    private static Check OfDkim(Patient patient, DkimAttributes? dkim)
    {
        var status = dkim?.Status?.Value ?? "NOT_STARTED";
        return status switch
        {
            "SUCCESS" => Group.Pass(Dkim, status),
            "PENDING" => Group.Fail(Dkim, status, "SES has not seen the three CNAME records; it looks for 72 hours.", VerifyDns(patient)),
            "TEMPORARY_FAILURE" => Group.Fail(Dkim, status, "SES no longer sees the records; mail is signed for some days more, then goes unsigned.", VerifyDns(patient)),
            "FAILED" => Group.Fail(
                Dkim, status, "SES did not find the records within 72 hours and no longer looks for them.", VerifyDns(patient),
                $"Then start anew: aws sesv2 put-email-identity-dkim-signing-attributes --email-identity {patient.Domain} --signing-attributes-origin AWS_SES"),
            _ => Group.Fail(
                Dkim, status, "Unsigned mail fails DMARC or lands in spam.",
                $"aws sesv2 put-email-identity-dkim-signing-attributes --email-identity {patient.Domain} --signing-attributes-origin AWS_SES"),
        };
    }

    private static Check OfSigning(Patient patient, DkimAttributes? dkim) => dkim?.SigningEnabled == true
        ? Group.Pass(Signing, "enabled")
        : Group.Fail(
            Signing, "disabled", "Mail goes out unsigned.", $"aws sesv2 put-email-identity-dkim-attributes --email-identity {patient.Domain} --signing-enabled");

    private static Check OfKeyLength(Patient patient, DkimAttributes? dkim)
    {
        if (dkim?.SigningAttributesOrigin == DkimSigningAttributesOrigin.EXTERNAL)
        {
            return Group.Pass(KeyLength, "the domain's own key (BYODKIM)");
        }

        var (current, next) = (dkim?.CurrentSigningKeyLength, dkim?.NextSigningKeyLength);
        var found = current?.Value ?? next?.Value ?? "not told";
        return (current ?? next) == DkimSigningKeyLength.RSA_2048_BIT ? Group.Pass(KeyLength, found)
            : next == DkimSigningKeyLength.RSA_2048_BIT ? Group.Pass(KeyLength, $"{found}, RSA_2048_BIT at the next rotation")
            : Group.Warn(
                KeyLength, found, "1024 bits are below what receivers advise.",
                $"aws sesv2 put-email-identity-dkim-signing-attributes --email-identity {patient.Domain} --signing-attributes-origin AWS_SES --signing-attributes NextSigningKeyLength=RSA_2048_BIT");
    }

    private static Check OfMailFrom(Patient patient, MailFromAttributes? mailFrom)
    {
        if (mailFrom?.MailFromDomain is not { Length: > 0 } domain)
        {
            return patient.File?.Get("mailFromSubdomain") == "off"
                ? Group.Pass(MailFrom, "amazonses.com (key mailFromSubdomain is off)")
                : Group.Warn(
                    MailFrom, "amazonses.com", "SPF does not align with the domain: DMARC hangs on DKIM alone.",
                    $"pulumi config set ses-compliance:mailFromSubdomain bounce --stack {patient.Stack.Name} && pulumi up --stack {patient.Stack.Name}");
        }

        var found = $"{domain}: {mailFrom.MailFromDomainStatus?.Value ?? "not told"}";
        return mailFrom.MailFromDomainStatus == MailFromDomainStatus.SUCCESS
            ? Group.Pass(MailFrom, found)
            : Group.Fail(
                MailFrom,
                found,
                mailFrom.BehaviorOnMxFailure == BehaviorOnMxFailure.REJECT_MESSAGE
                    ? "SES does not see the MX record, and refuses every mail until it does."
                    : "SES does not see the MX record: mail goes out under amazonses.com, and SPF does not align.",
                VerifyDns(patient));
    }

    private static Check OfDefaultSet(Patient patient, string? set)
    {
        var command = $"aws sesv2 put-email-identity-configuration-set-attributes --email-identity {patient.Domain} --configuration-set-name {patient.Stack.ConfigurationSet}";
        return set switch
        {
            _ when set == patient.Stack.ConfigurationSet => Group.Pass(DefaultSet, set),
            null or "" => Group.Warn(DefaultSet, "none", "Mail that names no configuration set loses its events silently.", command),
            _ when patient.File?.Get("identityMode") == "reference" => Group.Pass(DefaultSet, $"{set}, of the stack that made the identity (key identityMode is reference)"),
            _ => Group.Warn(DefaultSet, set, $"Mail that names no configuration set is reported there, not to stack {patient.Stack.Name}; right only where key identityMode is reference.", command),
        };
    }

    private static string VerifyDns(Patient patient) => $"ses-ops verify-dns {patient.Domain}";
}
