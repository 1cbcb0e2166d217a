using System.Collections.Immutable;

namespace SesCompliance.Tests.Infra;

[Collection(nameof(PulumiProgram))]
public class TableTests
{
    [Fact]
    public async Task The_suppression_list_is_keyed_by_address_and_reason()
    {
        var table = (await StackUnderTest.DeclareAsync()).The("aws:dynamodb/table:Table", "suppression-list");

        Assert.Equal("ses-email-suppression-list-dev", table.Text("name"));
        Assert.Equal(("email", "reason"), (table.Text("hashKey"), table.Text("rangeKey")));
        Assert.Equal(["email:S", "reason:S"], Attributes(table));
    }

    [Fact]
    public async Task The_ledger_forgets_a_send_id_by_its_time_to_live()
    {
        var table = (await StackUnderTest.DeclareAsync()).The("aws:dynamodb/table:Table", "send-ledger");

        Assert.Equal(("ses-send-ledger-dev", "sendId"), (table.Text("name"), table.Text("hashKey")));
        Assert.Equal(["sendId:S"], Attributes(table));
        Assert.Equal(("ttl", true), (table.Text("ttl.attributeName"), table.Flag("ttl.enabled")));
    }

    [Fact]
    public async Task Tables_are_on_demand_encrypted_and_recoverable_to_any_point_in_time()
    {
        var stack = await StackUnderTest.DeclareAsync();

        Assert.All(stack.All("aws:dynamodb/table:Table"), table =>
        {
            Assert.Equal("PAY_PER_REQUEST", table.Text("billingMode"));
            Assert.True(table.Flag("pointInTimeRecovery.enabled"));
            Assert.True(table.Flag("serverSideEncryption.enabled"));
        });
    }

    [Theory]
    [InlineData("true", true)]
    [InlineData("false", false)]
    public async Task Protect_keeps_the_tables_from_deletion(string protect, bool protectedFromDeletion)
    {
        var stack = await StackUnderTest.DeclareAsync("prod", ("protect", protect));

        Assert.All(stack.All("aws:dynamodb/table:Table"), table => Assert.Equal(protectedFromDeletion, table.Flag("deletionProtectionEnabled")));
    }

    private static IEnumerable<string> Attributes(DeclaredResource table) => ((ImmutableArray<object>)table.Value("attributes"))
        .Cast<ImmutableDictionary<string, object>>().Select(attribute => $"{attribute["name"]}:{attribute["type"]}");
}
