using Pulumi.Testing;

namespace SesCompliance.Local.Deployment;

/// <summary>Pulumi's official seam: each resource that the program registers goes through a step.</summary>
internal sealed class CloudMocks(IResourceStep step, CancellationToken cancellationToken) : IMocks
{
    private readonly Lock gate = new();
    private Exception? failure;

    /// <summary>What went wrong first; what follows from it is noise.</summary>
    public Exception? Failure
    {
        get
        {
            lock (gate)
            {
                return failure;
            }
        }
    }

    public async Task<(string? id, object state)> NewResourceAsync(MockResourceArgs args)
    {
        if (args.Type!.StartsWith("ses-compliance:", StringComparison.Ordinal))
        {
            return (null, args.Inputs);
        }

        try
        {
            var state = await step.RegisterAsync(args.Type!, args.Name!, args.Inputs, cancellationToken);
            return (state.Id, state.Outputs.ToDictionary());
        }
        catch (Exception exception)
        {
            lock (gate)
            {
                failure ??= exception;
            }

            throw;
        }
    }

    public Task<object> CallAsync(MockCallArgs args) => Task.FromResult<object>(args.Token switch
    {
        "aws:index/getCallerIdentity:getCallerIdentity" => new Dictionary<string, object>
        {
            ["accountId"] = Account.Id,
            ["arn"] = Iam.CredentialStore.Operator.Arn,
            ["id"] = Account.Id,
            ["userId"] = Iam.CredentialStore.Operator.UserId,
        },
        "aws:index/getRegion:getRegion" => new Dictionary<string, object>
        {
            ["description"] = Account.Region,
            ["endpoint"] = "127.0.0.1",
            ["id"] = Account.Region,
            ["region"] = Account.Region,
        },
        "aws:index/getPartition:getPartition" => new Dictionary<string, object>
        {
            ["dnsSuffix"] = "amazonaws.com",
            ["id"] = "aws",
            ["partition"] = "aws",
            ["reverseDnsPrefix"] = "com.amazonaws",
        },
        _ => throw new DeploymentException($"{args.Token}: the embedded cloud does not know this function (docs/supported.md lists what it knows)"),
    });
}
