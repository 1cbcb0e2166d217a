using System.Net;
using Amazon.Runtime;
using Amazon.SimpleEmailV2;
using Amazon.SimpleEmailV2.Model;
using SesCompliance.Local.Iam;
using SesCompliance.Local.Ses;
using SesCompliance.Local.Wire;
using SesCompliance.Tests.Local.Ses;
using BadRequestException = Amazon.SimpleEmailV2.Model.BadRequestException;

namespace SesCompliance.Tests.Conformance;

/// <summary>What an operator asks of SES and changes there, with the client over the wire; true of the official package and of the stand-in.</summary>
public sealed class SesOperatorTests : IAsyncLifetime
{
    private SesWorld world = null!;
    private WireServer server = null!;
    private AmazonSimpleEmailServiceV2Client client = null!;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        world = await SesWorld.CreateAsync();
        server = await WireServer.StartAsync(0, [SesApi.For(world.Ses)], new CredentialStore());
        client = Client(server.Endpoint);
    }

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await server.DisposeAsync();
        await world.DisposeAsync();
    }

    [Fact]
    public async Task The_account_is_read()
    {
        await world.SendAsync("a@elsewhere.org");

        var account = await client.GetAccountAsync(new GetAccountRequest(), Cancelled);

        Assert.Equal((50000d, 14d, 1d), (account.SendQuota.Max24HourSend, account.SendQuota.MaxSendRate, account.SendQuota.SentLast24Hours));
        Assert.Equal(("HEALTHY", true, true), (account.EnforcementStatus, account.ProductionAccessEnabled, account.SendingEnabled));
        Assert.Null(account.Details);
    }

    [Fact]
    public async Task An_identity_is_read_and_an_unknown_one_is_a_NotFoundException()
    {
        var identity = await client.GetEmailIdentityAsync(new GetEmailIdentityRequest { EmailIdentity = "example.com" }, Cancelled);

        Assert.Equal((IdentityType.DOMAIN, true), (identity.IdentityType, identity.VerifiedForSendingStatus));
        Assert.Equal((DkimStatus.SUCCESS, 3), (identity.DkimAttributes.Status, identity.DkimAttributes.Tokens.Count));
        var missing = await Assert.ThrowsAsync<NotFoundException>(() => client.GetEmailIdentityAsync(new GetEmailIdentityRequest { EmailIdentity = "no.org" }, Cancelled));
        Assert.Equal((HttpStatusCode.NotFound, "NotFoundException"), (missing.StatusCode, missing.ErrorCode));
    }

    [Fact]
    public async Task A_configuration_set_and_its_event_destinations_are_read()
    {
        var set = await client.GetConfigurationSetAsync(new GetConfigurationSetRequest { ConfigurationSetName = "set" }, Cancelled);
        var events = await client.GetConfigurationSetEventDestinationsAsync(new GetConfigurationSetEventDestinationsRequest { ConfigurationSetName = "set" }, Cancelled);

        Assert.Equal(("set", true), (set.ConfigurationSetName, set.SendingOptions.SendingEnabled));
        var destination = Assert.Single(events.EventDestinations);
        Assert.Equal(("topic", RecordingTopics.Arn, true), (destination.Name, destination.SnsDestination.TopicArn, destination.Enabled));
        Assert.Contains("BOUNCE", destination.MatchingEventTypes);
        Assert.Null(destination.CloudWatchDestination);
        await Assert.ThrowsAsync<NotFoundException>(() => client.GetConfigurationSetAsync(new GetConfigurationSetRequest { ConfigurationSetName = "no" }, Cancelled));
        await Assert.ThrowsAsync<NotFoundException>(
            () => client.GetConfigurationSetEventDestinationsAsync(new GetConfigurationSetEventDestinationsRequest { ConfigurationSetName = "no" }, Cancelled));
    }

    [Theory]
    [InlineData("user+label@elsewhere.org")]
    [InlineData("a/b&c=d%41?#@elsewhere.org")]
    public async Task An_address_is_suppressed_read_and_released_whatever_its_characters(string address)
    {
        await client.PutSuppressedDestinationAsync(
            new PutSuppressedDestinationRequest { EmailAddress = address, Reason = SuppressionListReason.COMPLAINT }, Cancelled);

        var found = (await client.GetSuppressedDestinationAsync(new GetSuppressedDestinationRequest { EmailAddress = address }, Cancelled)).SuppressedDestination;
        Assert.Equal((address, SuppressionListReason.COMPLAINT), (found.EmailAddress, found.Reason));
        Assert.Equal(world.Time.GetUtcNow().UtcDateTime, found.LastUpdateTime);

        await client.DeleteSuppressedDestinationAsync(new DeleteSuppressedDestinationRequest { EmailAddress = address }, Cancelled);
        await Assert.ThrowsAsync<NotFoundException>(() => client.GetSuppressedDestinationAsync(new GetSuppressedDestinationRequest { EmailAddress = address }, Cancelled));
        await Assert.ThrowsAsync<NotFoundException>(() => client.DeleteSuppressedDestinationAsync(new DeleteSuppressedDestinationRequest { EmailAddress = address }, Cancelled));
    }

    [Fact]
    public async Task The_list_is_paged_and_narrowed_by_reasons_and_times()
    {
        for (var number = 1; number <= 5; number++)
        {
            var reason = number % 2 == 0 ? SuppressionListReason.BOUNCE : SuppressionListReason.COMPLAINT;
            await client.PutSuppressedDestinationAsync(new PutSuppressedDestinationRequest { EmailAddress = $"a{number}@elsewhere.org", Reason = reason }, Cancelled);
            world.Time.Advance(TimeSpan.FromHours(1));
        }

        var ten = new DateTime(2026, 11, 24, 10, 0, 0, DateTimeKind.Utc);
        Assert.Equal(["a1|a3", "a5"], await PagesAsync(new ListSuppressedDestinationsRequest { Reasons = ["COMPLAINT"], PageSize = 2 }));
        Assert.Equal(["a1|a2|a3|a4|a5"], await PagesAsync(new ListSuppressedDestinationsRequest { Reasons = ["COMPLAINT", "BOUNCE"] }));
        Assert.Equal(["a2|a3"], await PagesAsync(new ListSuppressedDestinationsRequest { StartDate = ten.AddMinutes(30), EndDate = ten.AddHours(2) }));
    }

    [Fact]
    public async Task What_SES_refuses_in_a_listing_is_its_exception()
    {
        await Assert.ThrowsAsync<InvalidNextTokenException>(() => client.ListSuppressedDestinationsAsync(new ListSuppressedDestinationsRequest { NextToken = "?" }, Cancelled));
        await Assert.ThrowsAsync<BadRequestException>(() => client.ListSuppressedDestinationsAsync(new ListSuppressedDestinationsRequest { Reasons = ["MOOD"] }, Cancelled));
    }

    [Fact]
    public async Task Without_what_the_path_needs_nothing_is_sent()
    {
        await using var loopback = await LoopbackServer.StartAsync(200, "application/json", "{}"u8.ToArray());
        using var other = Client(loopback.Url);

        await Assert.ThrowsAsync<AmazonSimpleEmailServiceV2Exception>(() => other.GetEmailIdentityAsync(new GetEmailIdentityRequest(), Cancelled));

        Assert.Empty(loopback.Requests);
    }

    [Fact]
    public async Task An_empty_answer_leaves_every_member_null()
    {
        await using var loopback = await LoopbackServer.StartAsync(200, "application/json", "{}"u8.ToArray());
        using var other = Client(loopback.Url);

        var listing = await other.ListSuppressedDestinationsAsync(new ListSuppressedDestinationsRequest(), Cancelled);

        Assert.Null(listing.SuppressedDestinationSummaries);
        Assert.Null(listing.NextToken);
        Assert.Null((await other.GetAccountAsync(new GetAccountRequest(), Cancelled)).SendingEnabled);
        Assert.All(loopback.Requests, request => Assert.Equal(("GET", 0), (request.Method, request.Body.Length)));
    }

    private async Task<List<string>> PagesAsync(ListSuppressedDestinationsRequest request)
    {
        List<string> pages = [];
        do
        {
            var page = await client.ListSuppressedDestinationsAsync(request, Cancelled);
            pages.Add(string.Join('|', page.SuppressedDestinationSummaries.Select(entry => entry.EmailAddress.Split('@')[0])));
            request.NextToken = page.NextToken;
        }
        while (request.NextToken is not null);

        return pages;
    }

    private static AmazonSimpleEmailServiceV2Client Client(string endpoint) => new(
        new BasicAWSCredentials("key", "secret"),
        new AmazonSimpleEmailServiceV2Config { ServiceURL = endpoint, AuthenticationRegion = "us-east-1", MaxErrorRetry = 0 });
}
