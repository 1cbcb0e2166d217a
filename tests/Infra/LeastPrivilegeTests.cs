using System.Text.Json;

namespace SesCompliance.Tests.Infra;

[Collection(nameof(PulumiProgram))]
public class LeastPrivilegeTests
{
    /// <summary>Actions that AWS lets nobody restrict to a resource (service authorization reference).</summary>
    private static readonly string[] WithoutResources =
    [
        "cloudwatch:PutMetricData", "logs:CreateLogDelivery", "logs:GetLogDelivery", "logs:UpdateLogDelivery", "logs:DeleteLogDelivery",
        "logs:ListLogDeliveries", "logs:PutResourcePolicy", "logs:DescribeResourcePolicies", "logs:DescribeLogGroups",
        "cloudwatch:GetMetricData", "cloudwatch:GetMetricStatistics", "ses:GetAccount", "ses:DeleteSuppressedDestination", "ses:GetSuppressedDestination",
        "ses:ListSuppressedDestinations",
        "xray:PutTraceSegments", "xray:PutTelemetryRecords", "xray:GetSamplingRules", "xray:GetSamplingTargets",
    ];

    [Fact]
    public async Task No_statement_allows_every_action_and_only_actions_without_resources_are_allowed_on_all()
    {
        var statements = await StatementsAsync();

        Assert.NotEmpty(statements);
        Assert.All(statements, statement =>
        {
            var actions = Texts(statement, "Action");
            Assert.DoesNotContain(actions, action => action.Contains('*', StringComparison.Ordinal));
            Assert.Equal("Allow", statement.GetProperty("Effect").GetString());
            if (Texts(statement, "Resource").Contains("*"))
            {
                Assert.Subset(WithoutResources.ToHashSet(), actions.ToHashSet());
            }
        });
    }

    [Fact]
    public async Task Each_function_has_a_role_of_its_own_that_Lambda_alone_takes_on()
    {
        var stack = await StackUnderTest.DeclareAsync();
        var functions = stack.All("aws:lambda/function:Function").ToList();

        Assert.Equal(5, functions.Select(function => function.Text("role")).Distinct().Count());
        Assert.All(functions, function =>
        {
            var trust = stack.The("aws:iam/role:Role", function.Name).Json("assumeRolePolicy").GetProperty("Statement")[0];
            Assert.Equal("lambda.amazonaws.com", trust.GetProperty("Principal").GetProperty("Service").GetString());
            Assert.Equal("sts:AssumeRole", trust.GetProperty("Action").GetString());
        });
    }

    [Theory]
    [InlineData("ses-check-suppression", "dynamodb:Query")]
    [InlineData("ses-send-email", "dynamodb:GetItem", "dynamodb:UpdateItem", "ses:SendEmail", "ses:SendTemplatedEmail")]
    [InlineData("ses-publish-metric", "cloudwatch:PutMetricData")]
    [InlineData("ses-await-feedback", "dynamodb:UpdateItem", "states:SendTaskFailure", "states:SendTaskSuccess")]
    [InlineData("ses-notification-handler", "dynamodb:GetItem", "dynamodb:UpdateItem", "sqs:SendMessage", "states:SendTaskFailure", "states:SendTaskSuccess")]
    public async Task A_function_may_do_this_and_no_more(string name, params string[] actions)
    {
        var stack = await StackUnderTest.DeclareAsync();

        var allowed = stack.All("aws:iam/rolePolicy:RolePolicy")
            .Where(policy => policy.Text("role") == $"{name}-dev")
            .SelectMany(policy => policy.Json("policy").GetProperty("Statement").EnumerateArray())
            .SelectMany(statement => Texts(statement, "Action"));

        Assert.Equal(actions.Concat(["logs:CreateLogStream", "logs:PutLogEvents"]).Order(StringComparer.Ordinal), allowed.Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_function_writes_only_its_own_log()
    {
        var stack = await StackUnderTest.DeclareAsync();

        Assert.All(stack.All("aws:lambda/function:Function"), function =>
        {
            var statement = stack.The("aws:iam/rolePolicy:RolePolicy", function.Name).Json("policy").GetProperty("Statement")[0];
            Assert.Equal($"arn:aws:logs:{StrictMocks.Region}:{StrictMocks.Account}:log-group:/aws/lambda/{function.Name}-dev:*", Assert.Single(Texts(statement, "Resource")));
        });
    }

    [Fact]
    public async Task Mail_goes_out_only_from_the_configured_sender()
    {
        var stack = await StackUnderTest.DeclareAsync();

        var statement = stack.The("aws:iam/rolePolicy:RolePolicy", "ses-send-email").Json("policy").GetProperty("Statement").EnumerateArray()
            .Single(candidate => Texts(candidate, "Action").Contains("ses:SendEmail"));

        Assert.Equal("verify@example.com", statement.GetProperty("Condition").GetProperty("StringEquals").GetProperty("ses:FromAddress").GetString());
        Assert.Equal(
            [
                $"arn:aws:ses:{StrictMocks.Region}:{StrictMocks.Account}:identity/example.com",
                $"arn:aws:ses:{StrictMocks.Region}:{StrictMocks.Account}:configuration-set/ses-compliance-dev",
            ],
            Texts(statement, "Resource"));
    }

    [Fact]
    public async Task Mail_from_a_template_goes_out_only_from_the_configured_sender_too()
    {
        var stack = await StackUnderTest.DeclareAsync();

        var statement = stack.The("aws:iam/rolePolicy:RolePolicy", "ses-send-email").Json("policy").GetProperty("Statement").EnumerateArray()
            .Single(candidate => Texts(candidate, "Action").Contains("ses:SendTemplatedEmail"));

        Assert.Equal("verify@example.com", statement.GetProperty("Condition").GetProperty("StringEquals").GetProperty("ses:FromAddress").GetString());
        Assert.Equal(
            [
                $"arn:aws:ses:{StrictMocks.Region}:{StrictMocks.Account}:identity/example.com",
                $"arn:aws:ses:{StrictMocks.Region}:{StrictMocks.Account}:configuration-set/ses-compliance-dev",
                $"arn:aws:ses:{StrictMocks.Region}:{StrictMocks.Account}:template/*",
            ],
            Texts(statement, "Resource"));
    }

    [Fact]
    public async Task Metrics_go_only_into_the_products_namespace()
    {
        var stack = await StackUnderTest.DeclareAsync();

        var statement = stack.The("aws:iam/rolePolicy:RolePolicy", "ses-publish-metric").Json("policy").GetProperty("Statement").EnumerateArray()
            .Single(candidate => Texts(candidate, "Action").Contains("cloudwatch:PutMetricData"));

        Assert.Equal("DiscordBot/SES", statement.GetProperty("Condition").GetProperty("StringEquals").GetProperty("cloudwatch:namespace").GetString());
    }

    [Fact]
    public async Task The_bot_may_start_the_flow_and_describe_its_executions()
    {
        var stack = await StackUnderTest.DeclareAsync();

        var statements = stack.The("aws:iam/policy:Policy", "bot").Json("policy").GetProperty("Statement").EnumerateArray()
            .Select(statement => (Assert.Single(Texts(statement, "Action")), Assert.Single(Texts(statement, "Resource"))));

        var states = $"arn:aws:states:{StrictMocks.Region}:{StrictMocks.Account}";
        Assert.Equal(
            [
                ("states:StartExecution", $"{states}:stateMachine:ses-send-email-dev"),
                ("states:DescribeExecution", $"{states}:execution:ses-send-email-dev:*"),
            ],
            statements);
    }

    [Theory]
    [InlineData("read")]
    [InlineData("write")]
    public async Task An_operator_s_policy_fits_IAM_s_limit_and_reaches_no_other_region(string kind)
    {
        var policy = (await StackUnderTest.DeclareAsync(new string('s', 20), ("domain", "one.two.three.example.com"), ("fromAddress", "verify@one.two.three.example.com"))).The("aws:iam/policy:Policy", $"operator-{kind}");
        var statements = policy.Json("policy").GetProperty("Statement").EnumerateArray().ToList();

        // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html
        Assert.InRange(policy.Text("policy").Length, 1, 6144);
        Assert.Equal(statements.Count, statements.Select(statement => statement.GetProperty("Sid").GetString()).Distinct().Count());
        Assert.All(statements.SelectMany(statement => Texts(statement, "Resource"), (statement, resource) => (statement, resource)), part => Assert.Equal(
            StrictMocks.Region,
            part.resource == "*" ? part.statement.GetProperty("Condition").GetProperty("StringEquals").GetProperty("aws:RequestedRegion").GetString() : part.resource.Split(':')[3]));
    }

    internal static IReadOnlyList<string> Texts(JsonElement statement, string key) => statement.GetProperty(key) is { ValueKind: JsonValueKind.Array } array
        ? [.. array.EnumerateArray().Select(item => item.GetString()!)]
        : [statement.GetProperty(key).GetString()!];

    private static async Task<List<JsonElement>> StatementsAsync()
    {
        var stack = await StackUnderTest.DeclareAsync();
        return [.. stack.Resources.Where(resource => resource.Inputs.GetValueOrDefault("policy") is string)
            .SelectMany(resource => resource.Json("policy").GetProperty("Statement").EnumerateArray())];
    }
}
