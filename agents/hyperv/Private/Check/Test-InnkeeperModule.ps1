function Test-InnkeeperModule {
    <#
    .SYNOPSIS
        Preflight: checks the Windows modules that the agent uses. Only Hyper-V and CimCmdlets are required; each other one is a section.
    .DESCRIPTION
        A module that this host does not need is not a fault: a warning on every host would only teach people to ignore warnings.
    #>
    [CmdletBinding()]
    param ()
    # A host that is not a cluster node has no cluster service, or one that was never configured.
    $service = (Read-InnkeeperRow 'Win32_Service' { CimCmdlets\Get-CimInstance -ClassName Win32_Service -Filter "Name='ClusSvc'" } (New-InnkeeperIgnoredProblem)).rows
    $cluster = 'ok'
    foreach ($row in $service) { if ((Get-InnkeeperProperty $row 'State') -eq 'Running') { $cluster = 'warning' } }
    $use = [ordered]@{
        'Hyper-V'          = 'failed', 'VMs and switches', 'Install the feature Hyper-V-PowerShell.'
        'CimCmdlets'       = 'failed', 'host and guests', 'It is part of Windows PowerShell; this installation is damaged.'
        'NetAdapter'       = 'warning', 'physical adapters', 'It is part of Windows Server; without it the section is skipped.'
        'SmbShare'         = 'warning', 'SMB', 'It is part of Windows Server; without it the section is skipped.'
        'NetLbfo'          = 'ok', 'teams', 'Not available on Windows without LBFO (Azure Local, clients); the section is skipped.'
        'DcbQos'           = 'ok', 'DCB', 'Part of the feature Data-Center-Bridging; only RoCE needs it.'
        'FailoverClusters' = $cluster, 'cluster', 'Only cluster nodes need it: feature RSAT-Clustering-PowerShell.'
    }
    foreach ($entry in $use.GetEnumerator()) {
        $grade, $section, $advice = $entry.Value
        $module = @(Get-Module -ListAvailable -Name $entry.Key)
        if ($module.Count -gt 0) { New-InnkeeperCheck "module $($entry.Key)" 'ok' "version $($module[0].Version), for $section" }
        else { New-InnkeeperCheck "module $($entry.Key)" $grade "not installed, for $section" $advice }
    }
}
