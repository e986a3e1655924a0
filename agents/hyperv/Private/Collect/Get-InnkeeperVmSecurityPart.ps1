function Get-InnkeeperVmSecurityPart {
    <#
    .SYNOPSIS
        Security settings by VM id. The one cmdlet that is called once a VM: its answer does not say which VM it is of.
    #>
    [CmdletBinding()]
    [OutputType([hashtable])]
    param (
        [Parameter(Mandatory)] [AllowEmptyCollection()] [object[]] $Vm,

        # Seconds after which no further VM is asked. What was read until then is answered.
        [Parameter(Mandatory)] [int] $BudgetSeconds,

        # Filled while reading, so that what was read before a call that hangs is not lost with it.
        [Parameter(Mandatory)] [hashtable] $Progress
    )
    $problems = [System.Collections.Generic.List[string]]::new()
    $watch = [System.Diagnostics.Stopwatch]::StartNew()
    $unread = 0
    foreach ($one in $Vm) {
        if ($watch.Elapsed.TotalSeconds -ge $BudgetSeconds) { $unread++; continue }
        $Progress[$one.Id.ToString()] = $null
        $read = Read-InnkeeperRow 'Get-VMSecurity' { Hyper-V\Get-VMSecurity -VM $one } $problems
        # Windows Server 2012 R2 has none of this.
        if ($read.isMissing) { return New-InnkeeperReading $Progress $problems }
        foreach ($row in $read.rows) {
            $Progress[$one.Id.ToString()] = ConvertTo-InnkeeperRecord $row ([ordered]@{
                    tpmEnabled                        = 'flag', 'TpmEnabled'
                    ksdEnabled                        = 'flag', 'KsdEnabled'
                    shielded                          = 'flag', 'Shielded'
                    encryptStateAndVmMigrationTraffic = 'flag', 'EncryptStateAndVmMigrationTraffic'
                    virtualizationBasedSecurityOptOut = 'flag', 'VirtualizationBasedSecurityOptOut'
                }) $problems
        }
    }
    if ($unread -gt 0) { $problems.Add("Get-VMSecurity: $unread of $($Vm.Count) VMs wait for a later run, $BudgetSeconds s were not enough.") }
    New-InnkeeperReading $Progress $problems
}
