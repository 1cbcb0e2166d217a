using Amazon.SimpleEmailV2;
using Amazon.SimpleEmailV2.Model;
using SesCompliance.Ops.VerifyDns.Ses;

namespace SesCompliance.Tests.Ops.VerifyDns;

/// <summary>What SES says of an identity, beside a zone that is in order.</summary>
public class SesViewTests
{
    [Fact]
    public async Task A_verified_identity_passes() => Expect.Only(await Zone.Good().JudgeAsync(view: Told(_ => { })));

    [Fact]
    public async Task An_identity_that_SES_has_not_verified_fails() =>
        Expect.Only(
            await Zone.Good().JudgeAsync(view: Told(identity => (identity.VerifiedForSendingStatus, identity.VerificationStatus, identity.DkimAttributes.Status) = (false, VerificationStatus.PENDING, DkimStatus.PENDING))),
            "SES/SES identity Fail", "SES/SES DKIM Warn");

    [Fact]
    public async Task Signing_that_is_turned_off_fails() =>
        Expect.Only(await Zone.Good().JudgeAsync(view: Told(identity => identity.DkimAttributes.SigningEnabled = false)), "SES/SES DKIM Fail");

    [Theory]
    [InlineData("PENDING", "USE_DEFAULT_VALUE", "Warn")]
    [InlineData("FAILED", "USE_DEFAULT_VALUE", "Fail")]
    [InlineData("TEMPORARY_FAILURE", "REJECT_MESSAGE", "Fail")]
    public async Task A_MAIL_FROM_domain_that_SES_does_not_use_is_told(string status, string behavior, string verdict) =>
        Expect.Only(
            await Zone.Good().JudgeAsync(view: Told(identity => (identity.MailFromAttributes.MailFromDomainStatus, identity.MailFromAttributes.BehaviorOnMxFailure) = (status, behavior))),
            $"SES/SES MAIL FROM {verdict}");

    [Fact]
    public async Task SES_that_does_not_answer_is_no_failure() =>
        Expect.Only(await Zone.Good().JudgeAsync(view: new SesView(SesWord.Unanswered, Trouble: "AWS refused: AccessDeniedException")), "SES/SES identity CouldNotAsk");

    private static SesView Told(Action<GetEmailIdentityResponse> change)
    {
        var identity = new GetEmailIdentityResponse
        {
            VerifiedForSendingStatus = true,
            VerificationStatus = VerificationStatus.SUCCESS,
            DkimAttributes = new DkimAttributes { SigningEnabled = true, Status = DkimStatus.SUCCESS, Tokens = [.. Zone.Tokens] },
            MailFromAttributes = new MailFromAttributes { MailFromDomain = "bounce.example.com", MailFromDomainStatus = MailFromDomainStatus.SUCCESS, BehaviorOnMxFailure = BehaviorOnMxFailure.USE_DEFAULT_VALUE },
        };
        change(identity);
        return new SesView(SesWord.Identity, identity);
    }
}
