function New-InnkeeperSnapshotBody {
    <#
    .SYNOPSIS
        Reads this host and returns a snapshot without `sentAt`, which is set at every attempt to send it.
    #>
    [CmdletBinding()]
    [OutputType([System.Collections.Specialized.OrderedDictionary])]
    param (
        # Identity and order: { snapshotId, epoch, sequence, instanceId, intervalSeconds, spool }.
        [Parameter(Mandatory)] [hashtable] $Head,
        [Parameter(Mandatory)] [System.Collections.IDictionary] $Cache
    )
    $collectedAt = Get-InnkeeperTime
    $machine = Get-InnkeeperMachine
    $account = Get-InnkeeperAccount
    $machine['rights'] = $account.rights
    $read = Get-InnkeeperFact $machine $Cache
    $body = [ordered]@{
        schemaVersion = 1
        snapshotId    = $Head.snapshotId
        epoch         = $Head.epoch
        sequence      = $Head.sequence
        collectedAt   = ConvertTo-InnkeeperTime $collectedAt
        agent         = [ordered]@{
            instanceId      = $Head.instanceId
            version         = Get-InnkeeperVersion
            kind            = 'hyperv'
            intervalSeconds = $Head.intervalSeconds
            runtime         = [ordered]@{
                psVersion           = $PSVersionTable.PSVersion.ToString()
                hyperVModuleVersion = $read.hyperVModuleVersion
                languageMode        = $ExecutionContext.SessionState.LanguageMode.ToString()
                isElevated          = $account.isElevated
                uiCulture           = [cultureinfo]::CurrentUICulture.Name
                account             = $account.account
            }
            spool           = $Head.spool
        }
        sections      = $read.sections
    }
    foreach ($fact in $read.facts.GetEnumerator()) { $body[$fact.Key] = $fact.Value }
    $body
}
