using SesCompliance.Local.Iam;
using SesCompliance.Tests.EndToEnd;

namespace SesCompliance.Tests.Local.Iam;

/// <summary>Each service says in its own words and protocol that something is not allowed. The role here may only query the suppression list.</summary>
public class DenialTests(CloudFixture fixture)
{
    private const string User = "arn:aws:sts::000000000000:assumed-role/ses-check-suppression-open/probe";

    private readonly SessionCredentials session = fixture.Cloud.Credentials.AssumeRole("arn:aws:iam::000000000000:role/ses-check-suppression-open", "probe");

    [Theory]
    [InlineData("dynamodb", "DynamoDB_20120810.Query", """{"TableName": "ses-send-ledger-open"}""", 400, "dynamodb:Query", "arn:aws:dynamodb:us-east-1:000000000000:table/ses-send-ledger-open")]
    [InlineData("dynamodb", "DynamoDB_20120810.BatchGetItem", """{"RequestItems": {"t": {"Keys": []}}}""", 400, "dynamodb:BatchGetItem", "arn:aws:dynamodb:us-east-1:000000000000:table/t")]
    [InlineData("states", "AWSStepFunctions.StartExecution", """{"stateMachineArn": "arn:aws:states:us-east-1:000000000000:stateMachine:m"}""", 400, "states:StartExecution", "arn:aws:states:us-east-1:000000000000:stateMachine:m")]
    [InlineData("logs", "Logs_20140328.GetLogEvents", """{"logGroupName": "g", "logStreamName": "s"}""", 400, "logs:GetLogEvents", "arn:aws:logs:us-east-1:000000000000:log-group:g:log-stream:s")]
    [InlineData("sqs", "AmazonSQS.SendMessage", """{"QueueUrl": "http://localhost/000000000000/q", "MessageBody": "x"}""", 403, "sqs:sendmessage", "arn:aws:sqs:us-east-1:000000000000:q")]
    [InlineData("sqs", "AmazonSQS.SendMessageBatch", """{"QueueUrl": "http://localhost/000000000000/q"}""", 403, "sqs:sendmessage", "arn:aws:sqs:us-east-1:000000000000:q")]
    public async Task Services_that_speak_JSON_answer_with_AccessDeniedException(string service, string target, string input, int expectedStatus, string action, string resource)
    {
        var (status, body) = await SignedCall.JsonAsync(fixture.Cloud.Endpoint, session, service, target, input);

        Assert.Equal(expectedStatus, status);
        var error = System.Text.Json.Nodes.JsonNode.Parse(body)!;
        Assert.Equal("AccessDeniedException", error["__type"]!.GetValue<string>());
        Assert.Equal(
            $"User: {User} is not authorized to perform: {action} on resource: {resource} because no identity-based policy allows the {action} action",
            error["message"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("sns", "Action=Publish&Version=2010-03-31&TopicArn=arn:aws:sns:us-east-1:000000000000:t&Message=m", "AuthorizationError", "SNS:Publish on resource: arn:aws:sns:us-east-1:000000000000:t because no identity-based policy allows the SNS:Publish action")]
    [InlineData("sqs", "Action=SendMessage&Version=2012-11-05&QueueUrl=http://localhost/000000000000/q&MessageBody=m", "AccessDenied", "sqs:sendmessage on resource: arn:aws:sqs:us-east-1:000000000000:q because no identity-based policy allows the sqs:sendmessage action")]
    [InlineData("monitoring", "Action=PutMetricData&Version=2010-08-01&Namespace=DiscordBot/SES", "AccessDenied", "cloudwatch:PutMetricData because no identity-based policy allows the cloudwatch:PutMetricData action")]
    public async Task Services_that_speak_Query_answer_in_XML_with_their_codes(string service, string form, string code, string what)
    {
        var (status, body) = await SignedCall.QueryAsync(fixture.Cloud.Endpoint, session, service, form);

        Assert.Equal(403, status);
        Assert.Contains($"<Code>{code}</Code>", body, StringComparison.Ordinal);
        Assert.Contains($"<Message>User: {User} is not authorized to perform: {what}</Message>", body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ses", "/v2/email/outbound-emails", """{"FromEmailAddress": "verify@example.com", "Content": {"Simple": {}}}""", $"User `{User}' is not authorized to perform `ses:SendEmail' on resource `arn:aws:ses:us-east-1:000000000000:identity/example.com'")]
    [InlineData("ses", "/v2/email/outbound-emails", """{"FromEmailAddress": "verify@example.com", "Content": {"Raw": {}}}""", $"User `{User}' is not authorized to perform `ses:SendRawEmail' on resource `arn:aws:ses:us-east-1:000000000000:identity/example.com'")]
    [InlineData("lambda", "/2015-03-31/functions/f/invocations", "{}", $"User: {User} is not authorized to perform: lambda:InvokeFunction on resource: arn:aws:lambda:us-east-1:000000000000:function:f because no identity-based policy allows the lambda:InvokeFunction action")]
    public async Task Services_that_speak_REST_answer_403(string service, string path, string input, string message)
    {
        var (status, body) = await SignedCall.RestAsync(fixture.Cloud.Endpoint, session, service, HttpMethod.Post, path, input);

        Assert.Equal((403, message), (status, System.Text.Json.Nodes.JsonNode.Parse(body)!["message"]!.GetValue<string>()));
    }

    [Fact]
    public async Task A_denial_is_recorded_and_counted()
    {
        var own = fixture.Cloud.Credentials.AssumeRole("arn:aws:iam::000000000000:role/ses-check-suppression-open", "counted");
        for (var call = 0; call < 2; call++)
        {
            await SignedCall.JsonAsync(fixture.Cloud.Endpoint, own, "dynamodb", "DynamoDB_20120810.Scan", """{"TableName": "x"}""");
        }

        var denied = Assert.Single(fixture.Cloud.Access.Log.Snapshot(), recorded => recorded.Decision.Request.Principal.Name.EndsWith("/counted", StringComparison.Ordinal));
        Assert.Equal((false, "dynamodb:Scan", 2), (denied.Decision.IsAllowed, denied.Decision.Request.Action, denied.Count));
    }

    [Fact]
    public async Task Who_one_is_may_always_be_asked()
    {
        var (status, body) = await SignedCall.QueryAsync(fixture.Cloud.Endpoint, session, "sts", "Action=GetCallerIdentity&Version=2011-06-15");

        Assert.Equal(200, status);
        Assert.Contains(User, body, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_operation_of_AWS_s_says_what_it_needs() => Assert.All(
        fixture.Cloud.Apis.Where(api => api.SigningName is not ("outbox" or "stack")),
        api => Assert.Equal(api.Operations.Keys.Order(StringComparer.Ordinal), api.Permissions!.Operations.Order(StringComparer.Ordinal)));
}
